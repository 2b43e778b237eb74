package org.athanor.engine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.TableName;

/// The views, triggers and functions of a PostgreSQL database as statements that make them, without those that came with an
/// extension. Names are written as the search path of the session has them.
final class PostgreSqlDefinitions {
    private static final String FUNCTIONS = """
            SELECT n.nspname, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
                   pg_get_functiondef(p.oid) AS definition, quote_ident(n.nspname) || '.' AS prefix
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND p.prokind IN ('f', 'p', 'w')
                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                                  AND d.objid = p.oid AND d.deptype = 'e')
            ORDER BY n.nspname, p.proname, p.oid""";
    private static final String VIEWS = """
            SELECT n.nspname, c.relname, c.relkind, c.reloptions, quote_ident(n.nspname) || '.' AS prefix,
                   quote_ident(c.relname) AS quoted, pg_get_viewdef(c.oid) AS definition
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                                  AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY c.oid""";
    private static final String INDEXES = """
            SELECT n.nspname, x.relname, c.relname AS owner, pg_get_indexdef(x.oid, 0, true) AS definition
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'm' AND n.nspname !~ '^pg_' ORDER BY n.nspname, x.relname""";
    private static final String TRIGGERS = """
            SELECT n.nspname, t.tgname, c.relname AS owner, pg_get_triggerdef(t.oid, true) AS definition
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_trigger'::regclass
                                  AND d.objid = t.oid AND d.deptype IN ('P', 'S', 'I', 'e'))
            ORDER BY n.nspname, c.relname, t.tgname""";

    private final PostgreSqlCatalog catalog;
    private final Map<TableName, Definition> all = new LinkedHashMap<>();

    PostgreSqlDefinitions(PostgreSqlCatalog catalog) {
        this.catalog = catalog;
    }

    Map<TableName, Definition> read() throws SQLException {
        catalog.ask(FUNCTIONS, row -> {
            var name = catalog.name(row.getString("nspname"), row.getString("name"));
            add(Definition.Kind.FUNCTION, name, Optional.empty(), function(name, row));
        });
        catalog.ask(VIEWS, this::addView);
        catalog.ask(INDEXES, row -> add(Definition.Kind.INDEX,
                catalog.name(row.getString("nspname"), row.getString("relname")), owner(row),
                row.getString("definition")));
        catalog.ask(TRIGGERS, row -> add(Definition.Kind.TRIGGER,
                catalog.name(row.getString("nspname"), row.getString("tgname")), owner(row),
                row.getString("definition")));
        return all;
    }

    private Optional<TableName> owner(ResultSet row) throws SQLException {
        return Optional.of(catalog.name(row.getString("nspname"), row.getString("owner")));
    }

    private void add(Definition.Kind kind, TableName name, Optional<TableName> table, String sql) {
        var definition = new Definition(kind, name, table, sql.strip());
        all.put(definition.key(), definition);
    }

    /// PostgreSQL always writes the schema before a function's name.
    private static String function(TableName name, ResultSet row) throws SQLException {
        var sql = row.getString("definition");
        var prefix = row.getString("prefix");
        int at = sql.indexOf(prefix);
        return name.schema().isPresent() || at < 0 || at > sql.indexOf('(')
                ? sql
                : sql.substring(0, at) + sql.substring(at + prefix.length());
    }

    private void addView(ResultSet row) throws SQLException {
        var name = catalog.name(row.getString("nspname"), row.getString("relname"));
        boolean kept = row.getString("relkind").equals("m");
        var options = PostgreSqlCatalog.texts(row.getArray("reloptions"));
        var text = row.getString("definition").strip();
        add(kept ? Definition.Kind.MATERIALIZED_VIEW : Definition.Kind.VIEW, name, Optional.empty(),
                "CREATE " + (kept ? "MATERIALIZED VIEW " : "VIEW ")
                        + (name.schema().isPresent() ? row.getString("prefix") : "") + row.getString("quoted")
                        + (options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")") + " AS\n"
                        + (text.endsWith(";") ? text.substring(0, text.length() - 1) : text));
    }
}
