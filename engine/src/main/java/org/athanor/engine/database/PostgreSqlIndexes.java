package org.athanor.engine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;

/// The indexes of a PostgreSQL database by their tables, without those that stand behind a constraint.
final class PostgreSqlIndexes {
    private static final String QUESTION = """
            SELECT n.nspname, c.relname, x.relname AS index_name, i.indisunique, m.amname,
                   pg_get_expr(i.indpred, i.indrelid) AS predicate, x.reloptions,
                   i.indisunique AND pg_get_indexdef(i.indexrelid) LIKE '% NULLS NOT DISTINCT%' AS same_nulls,
                   e.place > i.indnkeyatts AS is_included, a.attname,
                   CASE WHEN a.attname IS NULL OR i.indoption[e.place - 1] <> 0 OR l.oid <> coalesce(a.attcollation, 0)
                        THEN pg_get_indexdef(i.indexrelid, e.place::int, true) END AS element,
                   coalesce(i.indoption[e.place - 1], 0) AS option,
                   CASE WHEN NOT o.opcdefault THEN o.opcname END AS class,
                   CASE WHEN l.oid <> coalesce(a.attcollation, t.typcollation, 0) THEN l.collname END AS collation
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am m ON m.oid = x.relam
            CROSS JOIN LATERAL generate_series(1, i.indnatts) AS e (place)
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[e.place - 1] AND a.attnum > 0
            LEFT JOIN pg_attribute p ON p.attrelid = i.indexrelid AND p.attnum = e.place
            LEFT JOIN pg_type t ON t.oid = p.atttypid
            LEFT JOIN pg_opclass o ON o.oid = i.indclass[e.place - 1]
            LEFT JOIN pg_collation l ON l.oid = i.indcollation[e.place - 1]
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p')
                  AND NOT EXISTS (SELECT 1 FROM pg_constraint k
                                  WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
            ORDER BY n.nspname, c.relname, x.relname, e.place""";
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final PostgreSqlCatalog catalog;
    private final Map<TableName, Map<String, Parts>> indexes = new LinkedHashMap<>();

    PostgreSqlIndexes(PostgreSqlCatalog catalog) {
        this.catalog = catalog;
    }

    /// What is known of one index while its rows are read.
    private record Parts(boolean unique, List<Index.Element> elements, List<String> included,
            List<Map.Entry<String, String>> classes, Map<String, Setting> settings) {
        Index index(String name) {
            if (!included.isEmpty()) {
                settings.put("postgresql_include", new Setting.Names(included));
            }
            if (!classes.isEmpty()) {
                settings.put("postgresql_ops", new Setting.Pairs(classes));
            }
            return new Index(Name.written(name), elements, unique, settings);
        }
    }

    Map<TableName, List<Index>> read() throws SQLException {
        catalog.ask(QUESTION, this::add);
        var all = new HashMap<TableName, List<Index>>();
        indexes.forEach((table, own) -> all.put(table,
                own.entrySet().stream().map(e -> e.getValue().index(e.getKey())).toList()));
        return all;
    }

    private void add(ResultSet row) throws SQLException {
        var table = catalog.name(row.getString("nspname"), row.getString("relname"));
        var own = indexes.computeIfAbsent(table, _ -> new LinkedHashMap<>());
        var name = row.getString("index_name");
        var parts = own.get(name);
        if (parts == null) {
            parts = new Parts(row.getBoolean("indisunique"), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                    settings(row));
            own.put(name, parts);
        }
        if (row.getBoolean("is_included")) {
            parts.included.add(row.getString("attname"));
        } else {
            parts.elements.add(element(row, parts));
        }
    }

    private static Index.Element element(ResultSet row, Parts parts) throws SQLException {
        var column = PostgreSqlCatalog.text(row, "attname");
        var collation = PostgreSqlCatalog.text(row, "collation").map(c -> " COLLATE \"" + c + "\"").orElse("");
        var operatorClass = PostgreSqlCatalog.text(row, "class");
        var order = order(row.getInt("option"));
        if (column.isPresent() && collation.isEmpty() && order.isEmpty()) {
            operatorClass.ifPresent(c -> parts.classes.add(Map.entry(column.get(), c)));
            return new Index.Element.OfColumn(column.get());
        }
        return new Index.Element.OfExpression(SqlExpression.written(row.getString("element") + collation
                + operatorClass.map(c -> " " + c).orElse("") + order));
    }

    private static String order(int option) {
        boolean descending = (option & DESCENDING) != 0;
        boolean nullsFirst = (option & NULLS_FIRST) != 0;
        return (descending ? " DESC" : "")
                + (descending == nullsFirst ? "" : nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    private static Map<String, Setting> settings(ResultSet row) throws SQLException {
        var settings = new HashMap<String, Setting>();
        if (!row.getString("amname").equals("btree")) {
            settings.put("postgresql_using", new Setting.Text(row.getString("amname")));
        }
        PostgreSqlCatalog.text(row, "predicate").ifPresent(
                p -> settings.put("postgresql_where", new Setting.Sql(SqlExpression.written(p))));
        if (row.getBoolean("same_nulls")) {
            settings.put("postgresql_nulls_not_distinct", new Setting.Flag(true));
        }
        var options = PostgreSqlCatalog.texts(row.getArray("reloptions"));
        if (!options.isEmpty()) {
            settings.put("postgresql_with", new Setting.Pairs(options.stream().map(o -> o.split("=", 2))
                    .map(o -> Map.entry(o[0], o[1])).toList()));
        }
        return settings;
    }
}
