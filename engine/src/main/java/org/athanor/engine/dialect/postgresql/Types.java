package org.athanor.engine.dialect.postgresql;

import java.util.OptionalInt;
import java.util.Set;

import org.athanor.engine.dialect.GenericTypes;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// PostgreSQL's types.
final class Types extends GenericTypes {
    private static final String COLLATE = " COLLATE ";
    /// Types of PostgreSQL's own, whose names a type without a schema can't have.
    private static final Set<String> BUILT_IN = Set.of("_array", "hstore", "json", "jsonb", "int4range", "int8range",
            "numrange", "daterange", "tsrange", "tstzrange", "int4multirange", "int8multirange", "nummultirange",
            "datemultirange", "tsmultirange", "tstzmultirange", "integer", "bigint", "smallint", "character varying",
            "character", "\"char\"", "name", "text", "numeric", "float", "real", "inet", "cidr", "citext", "uuid",
            "bit", "bit varying", "macaddr", "macaddr8", "money", "oid", "regclass", "double precision", "timestamp",
            "timestamp with time zone", "timestamp without time zone", "time with time zone", "time without time zone",
            "date", "time", "bytea", "boolean", "interval", "tsvector");

    private final Names names;

    Types(Names names) {
        super(Product.POSTGRESQL, names);
        this.names = names;
    }

    @Override
    protected String floating(SqlType.Floating type) {
        return switch (type.kind()) {
            case FLOAT -> "FLOAT" + (type.precision().orElse(0) > 0 ? "(" + type.precision().getAsInt() + ")" : "");
            case GENERIC_DOUBLE -> "DOUBLE PRECISION";
            case REAL, DOUBLE, DOUBLE_PRECISION -> super.floating(type);
        };
    }

    @Override
    protected String moment(SqlType.Moment type) {
        return switch (type.kind()) {
            case DATE -> "DATE";
            case UPPER_DATETIME -> "DATETIME";
            case TIME -> zoned("TIME", type);
            case DATE_TIME, TIMESTAMP -> zoned("TIMESTAMP", type);
        };
    }

    private static String zoned(String word, SqlType.Moment type) {
        return word + (type.precision().isPresent() ? "(" + type.precision().getAsInt() + ")" : "")
                + (type.zoned() ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
    }

    @Override
    protected String interval(SqlType.Interval type) {
        return "INTERVAL" + type.fields().map(fields -> " " + fields).orElse("")
                + (type.precision().isPresent() ? " (" + type.precision().getAsInt() + ")" : "");
    }

    @Override
    protected String binary(SqlType.Binary type) throws Unsupported {
        return switch (type.kind()) {
            case LARGE, BYTEA -> "BYTEA";
            case BINARY, VARBINARY, BLOB -> super.binary(type);
        };
    }

    @Override
    protected String uuid(SqlType.Uuid type) {
        return type.generic() && !type.nativeType() ? super.uuid(type) : "UUID";
    }

    @Override
    protected String enumeration(SqlType.Enumeration type) throws Unsupported {
        if (!type.nativeType()) {
            return super.enumeration(type);
        }
        if (type.name().isEmpty()) {
            throw new Unsupported("An enumeration of PostgreSQL needs a name",
                    "Write sa.Enum(…, name=\"…\"), or native_enum=False to keep the values as text");
        }
        return named(TypeName.of(type), type.name().get());
    }

    @Override
    protected String domain(SqlType.Domain type) throws Unsupported {
        return named(TypeName.of(type), type.name());
    }

    private String named(TableName qualified, Name name) throws Unsupported {
        if (qualified.schema().isEmpty() && BUILT_IN.contains(name.text())) {
            throw new Unsupported("The type " + name + " is called like one of PostgreSQL's own",
                    "Give it another name, or say its schema");
        }
        return names.qualified(qualified);
    }

    @Override
    protected String array(SqlType.Array type) throws Unsupported {
        var element = text(type.element());
        int end = element.contains(COLLATE) ? element.indexOf(COLLATE) : element.length();
        return element.substring(0, end) + "[]".repeat(type.dimensions().orElse(1)) + element.substring(end);
    }

    @Override
    protected String bits(SqlType.Bits type) {
        return type.varying() ? "BIT VARYING" + length(type.length()) : "BIT(" + type.length().orElse(1) + ")";
    }

    private static String length(OptionalInt length) {
        return length.isPresent() ? "(" + length.getAsInt() + ")" : "";
    }
}
