package org.athanor.engine.script.python.vocabulary.types;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.type.SqlType;

/// The types of SQLite, and of products that Athanor doesn't speak: revisions for several products name them in
/// `with_variant` and behind a test of the dialect.
public final class OtherTypes {
    private static final Map<String, TypeClass> SQLITE = byName(Stream.concat(
            Stream.of("BLOB", "BOOLEAN", "CHAR", "DECIMAL", "FLOAT", "INTEGER", "NUMERIC", "REAL", "SMALLINT", "TEXT",
                    "TIMESTAMP", "VARCHAR", "JSON").map(GenericTypes::named),
            Stream.of(stored("DATE", GenericTypes.moment(SqlType.Moment.Kind.DATE)),
                    stored("DATETIME", GenericTypes.moment(SqlType.Moment.Kind.DATE_TIME)),
                    stored("TIME", GenericTypes.moment(SqlType.Moment.Kind.TIME)),
                    GenericTypes.json("JSONB", SqlType.Json.Kind.JSONB))));
    private static final Map<String, TypeClass> MYSQL = products("mysql",
            "BIT LONGBLOB LONGTEXT MEDIUMBLOB MEDIUMINT MEDIUMTEXT TINYBLOB TINYINT TINYTEXT YEAR SET ENUM INET4 INET6",
            "BIGINT BINARY BLOB BOOLEAN CHAR DATE DATETIME DECIMAL DOUBLE FLOAT INTEGER JSON NCHAR NUMERIC NVARCHAR"
                    + " REAL SMALLINT TEXT TIME TIMESTAMP VARBINARY VARCHAR");
    private static final Map<String, TypeClass> MSSQL = products("mssql",
            "BIT DATETIME2 DATETIMEOFFSET IMAGE MONEY NTEXT ROWVERSION SMALLDATETIME SMALLMONEY SQL_VARIANT TINYINT"
                    + " UNIQUEIDENTIFIER XML",
            "BIGINT BINARY CHAR DATE DATETIME DECIMAL DOUBLE_PRECISION FLOAT INTEGER JSON NCHAR NUMERIC NVARCHAR REAL"
                    + " SMALLINT TEXT TIME TIMESTAMP VARBINARY VARCHAR");
    private static final Map<String, TypeClass> ORACLE = products("oracle",
            "BFILE BINARY_DOUBLE BINARY_FLOAT INTERVAL LONG NCLOB NUMBER NVARCHAR2 RAW ROWID VARCHAR2 VECTOR",
            "BLOB BOOLEAN CHAR CLOB DATE DOUBLE_PRECISION FLOAT JSON NCHAR NVARCHAR REAL TIMESTAMP VARCHAR");

    private OtherTypes() {}

    public static Map<String, TypeClass> sqlite() {
        return SQLITE;
    }

    /// MySQL, MariaDB, SQL Server or Oracle, by the names of their modules.
    public static Map<String, TypeClass> of(String product) {
        return switch (product) {
            case "mysql", "mariadb" -> MYSQL;
            case "mssql" -> MSSQL;
            case "oracle" -> ORACLE;
            default -> Map.of();
        };
    }

    private static TypeClass stored(String name, SqlType type) {
        return new TypeClass(name, "storage_format=None!, regexp=None, **kw", _ -> type);
    }

    private static Map<String, TypeClass> products(String product, String own, String shared) {
        return byName(Stream.concat(
                Arrays.stream(own.split(" ", -1))
                        .map(n -> new TypeClass(n, "*args, **kw", _ -> new SqlType.Own(product, n))),
                Arrays.stream(shared.split(" ", -1)).map(n -> like(GenericTypes.named(n)))));
    }

    /// A type that other products have too, whatever else it may say about this one.
    private static TypeClass like(TypeClass shared) {
        return shared.tolerant();
    }

    private static Map<String, TypeClass> byName(Stream<TypeClass> classes) {
        return classes.collect(Collectors.toUnmodifiableMap(TypeClass::name, Function.identity()));
    }

}
