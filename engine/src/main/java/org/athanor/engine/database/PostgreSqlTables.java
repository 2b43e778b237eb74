package org.athanor.engine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.postgresql.FormattedType;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// The tables of a PostgreSQL database with their columns.
final class PostgreSqlTables {
    private static final String QUESTION = """
            SELECT n.nspname, c.relname, c.relpersistence, td.description AS table_comment,
                   CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
                   a.attname, format_type(a.atttypid, a.atttypmod) AS formatted, a.attnotnull, a.attidentity,
                   a.attgenerated, pg_get_expr(d.adbin, d.adrelid) AS value, l.collname,
                   cd.description AS comment,
                   s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle, s.seqcache
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
            LEFT JOIN pg_depend o ON a.attidentity <> '' AND o.refobjid = c.oid AND o.refobjsubid = a.attnum
                 AND o.deptype = 'i' AND o.classid = 'pg_class'::regclass
            LEFT JOIN pg_sequence s ON s.seqrelid = o.objid
            LEFT JOIN pg_description td ON td.classoid = 'pg_class'::regclass AND td.objoid = c.oid AND td.objsubid = 0
            LEFT JOIN pg_description cd ON cd.classoid = 'pg_class'::regclass AND cd.objoid = c.oid
                 AND cd.objsubid = a.attnum
            WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY n.nspname, c.relname, a.attnum""";

    private final PostgreSqlCatalog catalog;
    private final FormattedType types;
    private final Map<TableName, List<Column>> columns = new LinkedHashMap<>();
    private final Map<TableName, Table> tables = new HashMap<>();

    PostgreSqlTables(PostgreSqlCatalog catalog, FormattedType types) {
        this.catalog = catalog;
        this.types = types;
    }

    Map<TableName, Table> read() throws SQLException {
        catalog.ask(QUESTION, this::add);
        var all = new LinkedHashMap<TableName, Table>();
        columns.forEach((name, own) -> all.put(name,
                tables.getOrDefault(name, Table.named(name)).withColumns(own)));
        return all;
    }

    private void add(ResultSet row) throws SQLException {
        var name = catalog.name(row.getString("nspname"), row.getString("relname"));
        var own = columns.computeIfAbsent(name, _ -> new ArrayList<>());
        if (own.isEmpty()) {
            tables.put(name, table(name, row));
        }
        if (row.getString("attname") != null) {
            own.add(column(row));
        }
    }

    private static Table table(TableName name, ResultSet row) throws SQLException {
        var settings = new HashMap<String, Setting>();
        PostgreSqlCatalog.text(row, "partition_key")
                .ifPresent(key -> settings.put("postgresql_partition_by", new Setting.Text(key)));
        var prefixes = row.getString("relpersistence").equals("u") ? List.of("UNLOGGED") : List.<String>of();
        return new Table(name, List.of(), List.of(), List.of(), PostgreSqlCatalog.text(row, "table_comment"), settings,
                prefixes);
    }

    private Column column(ResultSet row) throws SQLException {
        var filling = filling(row);
        boolean counts = filling instanceof Filling.Default(SqlExpression.Written(var sql))
                && sql.startsWith("nextval(");
        return new Column(row.getString("attname"),
                types.of(row.getString("formatted"), PostgreSqlCatalog.text(row, "collname")),
                !row.getBoolean("attnotnull"), filling, counts ? Column.Counting.YES : Column.Counting.IF_ALONE,
                PostgreSqlCatalog.text(row, "comment"), Map.of());
    }

    private static Filling filling(ResultSet row) throws SQLException {
        var identity = row.getString("attidentity");
        if (!identity.isEmpty()) {
            return new Filling.Identity(identity.equals("a"), false, PostgreSqlCatalog.options(row));
        }
        var value = PostgreSqlCatalog.text(row, "value").map(SqlExpression::written);
        var generated = row.getString("attgenerated");
        if (!generated.isEmpty() && value.isPresent()) {
            return new Filling.Computed(value.get(), Optional.of(generated.equals("s")));
        }
        return value.<Filling>map(Filling.Default::new).orElse(Filling.NONE);
    }
}
