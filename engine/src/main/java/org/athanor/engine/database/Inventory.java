package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.revision.RevisionId;

/// What a database consists of, a line for each thing, and where its sequences stand: to see whether anything has changed.
/// The definitions of indexes, constraints and triggers wait for whoever alters their table just now.
public record Inventory(TreeSet<String> lines, Map<String, Long> sequences) {
    private static final String NAMESPACES = "(SELECT oid, nspname FROM pg_namespace"
            + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')";
    private static final List<String> ON_POSTGRESQL = List.of(
            "SELECT 'schema ' || nspname FROM " + NAMESPACES + " n",
            """
                    SELECT 'relation ' || c.oid::regclass || ' of kind ' || c.relkind::text || ' persistence '
                        || c.relpersistence::text || ' owner ' || c.relowner::regrole || ' options '
                        || coalesce(c.reloptions::text, '') || ' rights ' || coalesce(c.relacl::text, '')
                        || ' row security ' || c.relrowsecurity || c.relforcerowsecurity
                        || coalesce(' parted ' || pg_get_partkeydef(c.oid), '')
                    FROM pg_class c JOIN NAMESPACES n ON n.oid = c.relnamespace""",
            """
                    SELECT 'column ' || c.oid::regclass || '.' || quote_ident(a.attname) || ' number ' || a.attnum || ' '
                        || format_type(a.atttypid, a.atttypmod) || ' not null ' || a.attnotnull
                        || coalesce(' default ' || md5(d.adbin::text), '')
                        || ' identity ' || a.attidentity::text || ' generated ' || a.attgenerated::text
                        || ' collation ' || a.attcollation || ' statistics ' || coalesce(a.attstattarget, -1)
                        || ' storage ' || a.attstorage::text || ' rights ' || coalesce(a.attacl::text, '')
                    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN NAMESPACES n ON n.oid = c.relnamespace
                    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')""",
            """
                    SELECT 'constraint ' || quote_ident(k.conname) || ' of ' || k.conrelid::regclass || ' '
                        || pg_get_constraintdef(k.oid) || ' valid ' || k.convalidated
                    FROM pg_constraint k JOIN NAMESPACES n ON n.oid = k.connamespace""",
            """
                    SELECT 'index ' || pg_get_indexdef(i.indexrelid) || ' valid ' || i.indisvalid
                    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN NAMESPACES n ON n.oid = c.relnamespace""",
            """
                    SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t
                    WHERE NOT t.tgisinternal""",
            """
                    SELECT 'rule ' || quote_ident(r.rulename) || ' of ' || c.oid::regclass || ' ' || md5(r.ev_action::text)
                        || r.ev_enabled::text FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
                    JOIN NAMESPACES n ON n.oid = c.relnamespace""",
            """
                    SELECT 'policy ' || quote_ident(p.polname) || ' of ' || p.polrelid::regclass || ' ' || p.polcmd::text
                        || md5(coalesce(p.polqual::text, '') || coalesce(p.polwithcheck::text, '') || p.polroles::text)
                    FROM pg_policy p""",
            """
                    SELECT 'type ' || t.oid::regtype || ' of kind ' || t.typtype::text || ' not null ' || t.typnotnull
                        || coalesce(' default ' || t.typdefault, '') || coalesce(' of ' || (
                            SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                            FROM pg_enum e WHERE e.enumtypid = t.oid), '')
                    FROM pg_type t JOIN NAMESPACES n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd', 'r', 'c')""",
            """
                    SELECT 'function ' || p.oid::regprocedure || ' ' || md5(p.prosrc || coalesce(p.proargdefaults::text, '')
                        || coalesce(p.proconfig::text, '') || p.provolatile::text || p.prolang) || ' rights '
                        || coalesce(p.proacl::text, '')
                    FROM pg_proc p JOIN NAMESPACES n ON n.oid = p.pronamespace""",
            """
                    SELECT 'sequence ' || c.oid::regclass || ' from ' || s.seqstart || ' by ' || s.seqincrement || ' between '
                        || s.seqmin || ' and ' || s.seqmax || ' cache ' || s.seqcache || ' cycle ' || s.seqcycle
                    FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
                    JOIN NAMESPACES n ON n.oid = c.relnamespace""",
            "SELECT 'extension ' || extname || ' ' || extversion FROM pg_extension",
            """
                    SELECT 'comment on ' || pg_describe_object(classoid, objoid, objsubid) || ' ' || description
                    FROM pg_description WHERE objoid >= 16384""");
    private static final String POSITIONS = "SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename),"
            + " coalesce(last_value, start_value - increment_by) FROM pg_sequences WHERE schemaname !~ '^pg_'";
    private static final List<String> ON_SQLITE = List.of(
            "SELECT type || ' ' || name || ' on ' || tbl_name || ' at ' || rootpage || ' ' || coalesce(sql, '')"
                    + " FROM sqlite_master",
            "SELECT 'schema version ' || schema_version FROM pragma_schema_version",
            "SELECT 'user version ' || user_version FROM pragma_user_version",
            "SELECT 'application ' || application_id FROM pragma_application_id");

    static Inventory read(Connection connection, VersionTable versionTable, Dialect dialect) throws SQLException {
        boolean isPostgreSql = dialect.product() == Product.POSTGRESQL;
        var lines = new TreeSet<String>();
        for (var question : isPostgreSql ? ON_POSTGRESQL : ON_SQLITE) {
            ask(connection, question.replace("NAMESPACES", NAMESPACES), lines);
        }
        versionTable.read(connection, dialect).orElse(List.of()).stream().map(RevisionId::value)
                .forEach(row -> lines.add("version row " + row));
        return new Inventory(lines, isPostgreSql ? positions(connection) : Map.of());
    }

    private static void ask(Connection connection, String question, TreeSet<String> lines) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(question)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
    }

    private static Map<String, Long> positions(Connection connection) throws SQLException {
        var positions = new LinkedHashMap<String, Long>();
        try (var statement = connection.createStatement(); var row = statement.executeQuery(POSITIONS)) {
            while (row.next()) {
                positions.put(row.getString(1), row.getLong(2));
            }
        }
        return positions;
    }

    /// What is gone, and what is new.
    List<String> differences(Inventory after) {
        var found = new ArrayList<String>();
        lines.stream().filter(line -> !after.lines.contains(line)).forEach(line -> found.add("gone: " + line));
        after.lines.stream().filter(line -> !lines.contains(line)).forEach(line -> found.add("new: " + line));
        return found;
    }

    /// The sequences that stand elsewhere.
    List<String> movedSequences(Inventory after) {
        return sequences.entrySet().stream()
                .filter(before -> !after.sequences.getOrDefault(before.getKey(), before.getValue())
                        .equals(before.getValue()))
                .map(before -> "%s went from %d to %d".formatted(before.getKey(), before.getValue(),
                        after.sequences.get(before.getKey())))
                .toList();
    }
}
