package org.athanor.engine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;

/// The constraints of a PostgreSQL database by their tables.
final class PostgreSqlConstraints {
    private static final String QUESTION = """
            SELECT n.nspname, c.relname, k.contype, k.conname, k.condeferrable, k.condeferred, k.convalidated,
                   k.confupdtype, k.confmatchtype, fn.nspname AS target_schema, f.relname AS target,
                   CASE WHEN k.contype = 'u' OR k.contype = 'f' AND k.confdeltype <> 'a'
                        THEN pg_get_constraintdef(k.oid) ELSE '' END AS definition, pg_get_expr(k.conbin, k.conrelid) AS condition,
                   m.amname, pg_get_expr(i.indpred, i.indrelid) AS predicate,
                   array(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u (num, place)
                         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY u.place)
                       AS columns,
                   CASE WHEN k.contype = 'f' THEN
                       array(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u (num, place)
                             JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY u.place)
                       END AS target_columns,
                   CASE WHEN i.indnatts > i.indnkeyatts THEN
                       array(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY u (num, place)
                             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
                             WHERE u.place > i.indnkeyatts ORDER BY u.place) END AS included,
                   CASE WHEN k.contype = 'x' THEN
                       array(SELECT pg_get_indexdef(k.conindid, u.place::int, true)
                             FROM unnest(k.conexclop) WITH ORDINALITY u (num, place) ORDER BY u.place)
                       END AS values,
                   CASE WHEN k.contype = 'x' THEN
                       array(SELECT o.oprname::text FROM unnest(k.conexclop) WITH ORDINALITY u (num, place)
                             JOIN pg_operator o ON o.oid = u.num ORDER BY u.place) END AS operators
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_class x ON x.oid = i.indexrelid LEFT JOIN pg_am m ON m.oid = x.relam
            WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND n.nspname !~ '^pg_'
                  AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p')
            ORDER BY n.nspname, c.relname, k.contype = 'p' DESC, k.conname""";
    private static final Pattern ON_DELETE = Pattern
            .compile("ON DELETE (CASCADE|RESTRICT|SET (?:NULL|DEFAULT)(?: \\([^)]*\\))?)");

    private final PostgreSqlCatalog catalog;

    PostgreSqlConstraints(PostgreSqlCatalog catalog) {
        this.catalog = catalog;
    }

    Map<TableName, List<Constraint>> read() throws SQLException {
        var all = new HashMap<TableName, List<Constraint>>();
        catalog.ask(QUESTION, row -> all.computeIfAbsent(
                catalog.name(row.getString("nspname"), row.getString("relname")), _ -> new ArrayList<>())
                .add(constraint(row)));
        return all;
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        var name = Optional.of(Name.written(row.getString("conname")));
        var columns = PostgreSqlCatalog.texts(row.getArray("columns"));
        var settings = settings(row);
        return switch (row.getString("contype")) {
            case "p" -> new Constraint.PrimaryKey(name, columns, timing(row), settings);
            case "u" -> new Constraint.Unique(name, columns, timing(row), settings);
            case "f" -> foreignKey(name, columns, settings, row);
            case "c" -> new Constraint.Check(name, SqlExpression.written(inner(row.getString("condition"))),
                    Optional.empty(), timing(row), settings);
            case "x" -> exclude(name, row);
            default -> throw new IllegalStateException("PostgreSQL has a constraint " + row.getString("contype"));
        };
    }

    /// A condition without the parentheses around it all.
    private static String inner(String condition) {
        return condition.startsWith("(") && condition.endsWith(")")
                ? condition.substring(1, condition.length() - 1)
                : condition;
    }

    private Constraint foreignKey(Optional<Name> name, List<String> columns, Map<String, Setting> settings,
            ResultSet row) throws SQLException {
        var onDelete = ON_DELETE.matcher(row.getString("definition"));
        var target = catalog.name(row.getString("target_schema"), row.getString("target"));
        return new Constraint.ForeignKey(name, columns, target,
                PostgreSqlCatalog.texts(row.getArray("target_columns")),
                onDelete.find() ? Optional.of(onDelete.group(1)) : Optional.empty(),
                onUpdate(row.getString("confupdtype")),
                row.getString("confmatchtype").equals("f") ? Optional.of("FULL") : Optional.empty(), timing(row),
                settings);
    }

    private static Optional<String> onUpdate(String code) {
        return Optional.ofNullable(switch (code) {
            case "c" -> "CASCADE";
            case "r" -> "RESTRICT";
            case "n" -> "SET NULL";
            case "d" -> "SET DEFAULT";
            default -> null;
        });
    }

    private static Constraint exclude(Optional<Name> name, ResultSet row) throws SQLException {
        var values = PostgreSqlCatalog.texts(row.getArray("values"));
        var operators = PostgreSqlCatalog.texts(row.getArray("operators"));
        var elements = new ArrayList<Constraint.Exclude.Element>();
        for (int i = 0; i < values.size(); i++) {
            elements.add(new Constraint.Exclude.Element(SqlExpression.written(values.get(i)), operators.get(i)));
        }
        return new Constraint.Exclude(name, elements, row.getString("amname"),
                PostgreSqlCatalog.text(row, "predicate").map(PostgreSqlConstraints::inner)
                        .map(SqlExpression::written),
                Map.of(), timing(row));
    }

    private static Timing timing(ResultSet row) throws SQLException {
        return row.getBoolean("condeferrable")
                ? new Timing(Optional.of(true),
                        row.getBoolean("condeferred") ? Optional.of("DEFERRED") : Optional.empty())
                : Timing.UNSAID;
    }

    private static Map<String, Setting> settings(ResultSet row) throws SQLException {
        var settings = new HashMap<String, Setting>();
        if (!row.getBoolean("convalidated")) {
            settings.put("postgresql_not_valid", new Setting.Flag(true));
        }
        var included = PostgreSqlCatalog.texts(row.getArray("included"));
        if (!included.isEmpty()) {
            settings.put("postgresql_include", new Setting.Names(included));
        }
        if (row.getString("definition").startsWith("UNIQUE NULLS NOT DISTINCT")) {
            settings.put("postgresql_nulls_not_distinct", new Setting.Flag(true));
        }
        return settings;
    }
}
