package org.athanor.engine.differential.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Product;

/// Everything that a database holds, as sorted lines: what its catalog says, and the rows of every table.
public final class CatalogText {
    private static final String POSTGRES_OBJECTS = """
            WITH namespaces AS (
                SELECT oid, nspname FROM pg_namespace
                WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'),
            relations AS (
                SELECT c.*, n.nspname || '.' || quote_ident(c.relname) AS full_name
                FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace WHERE c.relname NOT LIKE 'alembic\\_version%')
            SELECT 'schema ' || nspname FROM namespaces
            UNION ALL
            SELECT 'relation ' || full_name || ' ' || relkind::text || ' ' || relpersistence::text
                || coalesce(' options ' || reloptions::text, '') || coalesce(' by ' || pg_get_partkeydef(oid), '')
                || coalesce(' comment ' || obj_description(oid, 'pg_class'), '')
            FROM relations WHERE relkind <> 'i'
            UNION ALL
            SELECT 'column ' || r.full_name || ' '
                || row_number() OVER (PARTITION BY r.oid ORDER BY a.attnum) || ' ' || quote_ident(a.attname) || ' '
                || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || ' identity ' || a.attidentity::text
                || ' generated ' || a.attgenerated::text || ' collation ' || a.attcollation::regcollation::text
                || coalesce(' comment ' || col_description(r.oid, a.attnum), '')
            FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
            WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
            UNION ALL
            SELECT 'constraint ' || r.full_name || ' ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
                || CASE WHEN k.convalidated THEN '' ELSE ' unproved' END
            FROM relations r JOIN pg_constraint k ON k.conrelid = r.oid
            UNION ALL
            SELECT 'index ' || pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' invalid' END
            FROM relations r JOIN pg_index i ON i.indexrelid = r.oid
            UNION ALL
            SELECT 'type ' || n.nspname || '.' || quote_ident(t.typname) || ' ' || t.typtype::text
                || coalesce(' of ' || (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                    FROM pg_enum e WHERE e.enumtypid = t.oid), '')
            FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd', 'r')
            UNION ALL
            SELECT 'sequence ' || schemaname || '.' || quote_ident(sequencename) || ' ' || data_type::text || ' from '
                || start_value || ' by ' || increment_by || ' between ' || min_value || ' and ' || max_value || ' cycle '
                || cycle::text || ' cache ' || cache_size
            FROM pg_sequences
            UNION ALL
            SELECT 'view ' || full_name || ' ' || pg_get_viewdef(oid) FROM relations WHERE relkind IN ('v', 'm')
            UNION ALL
            SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace
            """;
    private static final String POSTGRES_ROWS = """
            SELECT 'SELECT ' || quote_literal('row ' || c.relname || ' ') || ' || t::text FROM ' || n.nspname || '.' || quote_ident(c.relname) || ' t'
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname IN ('public', 'shop') AND c.relname <> 'alembic_version'
            """;
    private static final String SQLITE_OBJECTS = """
            SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, '') FROM sqlite_master
            WHERE name NOT LIKE 'sqlite_%' AND tbl_name <> 'alembic_version'
            """;
    private static final String SQLITE_ROWS = """
            SELECT 'SELECT ''row ' || replace(t.name, '''', '''''') || ' '' || ' || (
                SELECT group_concat('coalesce(quote("' || replace(c.name, '"', '""') || '"), '''')', ' || '', '' || ')
                FROM pragma_table_info(t.name) c) || ' FROM "' || t.name || '"'
            FROM sqlite_master t WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'alembic_version'
            """;

    private static final Pattern MOMENT = Pattern
            .compile(
                    "(\\d{4}-(?:0[1-9]|1[0-2])-(?:[0-2]\\d))[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([+-]\\d\\d(:\\d\\d)?)?");

    private CatalogText() {}

    public static List<String> of(Connection connection, Product product) throws SQLException {
        var lines = new ArrayList<String>();
        switch (product) {
            case POSTGRESQL -> {
                lines.addAll(ask(connection, POSTGRES_OBJECTS));
                for (var rows : ask(connection, POSTGRES_ROWS)) {
                    lines.addAll(ask(connection, rows));
                }
            }
            case SQLITE -> {
                ask(connection, SQLITE_OBJECTS).forEach(line -> lines.add(Folding.sortedTable(Folding.fold(line))));
                for (var rows : ask(connection, SQLITE_ROWS)) {
                    lines.addAll(ask(connection, rows));
                }
            }
        }
        lines.sort(null);
        return lines;
    }

    /// The two tools run at different moments.
    private static String withoutNow(String line) {
        return MOMENT.matcher(line).replaceAll(moment -> {
            var age = ChronoUnit.DAYS.between(LocalDate.parse(moment.group(1)), LocalDate.now(ZoneOffset.UTC));
            return Math.abs(age) <= 1 ? "now" : Matcher.quoteReplacement(moment.group());
        });
    }

    private static List<String> ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var answers = statement.executeQuery(question)) {
            var lines = new ArrayList<String>();
            while (answers.next()) {
                lines.add(withoutNow(answers.getString(1)));
            }
            return lines;
        }
    }
}
