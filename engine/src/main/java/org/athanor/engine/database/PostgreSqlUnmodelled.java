package org.athanor.engine.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.schema.Unmodelled;

/// What a PostgreSQL database has and the model of a schema can't hold: by name, so that nobody takes it for compared.
final class PostgreSqlUnmodelled {
    private static final String OWN = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
    private static final String OF_TABLES = """
            SELECT 'partition' AS kind, n.nspname, c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS text
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relispartition AND c.relkind IN ('r', 'p')
            UNION ALL SELECT 'inheriting table', n.nspname, c.relname, i.inhparent::regclass::text
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT c.relispartition AND c.relkind = 'r'
            UNION ALL SELECT 'foreign table', n.nspname, c.relname, '' FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f'
            UNION ALL SELECT 'composite type', n.nspname, c.relname,
                   (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
                    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'c'
            UNION ALL SELECT 'rule', n.nspname, r.rulename || ' of ' || c.relname, pg_get_ruledef(r.oid)
            FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN'
            UNION ALL SELECT 'policy', n.nspname, p.polname || ' of ' || c.relname,
                   concat_ws(' ', p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            UNION ALL SELECT 'row security', n.nspname, c.relname, '' FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relrowsecurity
            UNION ALL SELECT 'switched trigger', n.nspname, t.tgname || ' of ' || c.relname, t.tgenabled::text
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgenabled <> 'O'
            UNION ALL SELECT 'comment', n.nspname, coalesce(k.conname, x.relname), d.description
            FROM pg_description d LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid
            LEFT JOIN pg_class x ON d.classoid = 'pg_class'::regclass AND d.objsubid = 0 AND x.oid = d.objoid
                 AND x.relkind NOT IN ('r', 'p')
            JOIN pg_namespace n ON n.oid = coalesce(k.connamespace, x.relnamespace)""";
    private static final String OTHERS = """
            SELECT 'aggregate' AS kind, n.nspname,
                   p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name, '' AS text
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind = 'a'
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            UNION ALL SELECT 'range type', n.nspname, t.typname, '' FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'r'
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
            UNION ALL SELECT 'statistics', n.nspname, s.stxname, pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s
            JOIN pg_namespace n ON n.oid = s.stxnamespace
            UNION ALL SELECT 'collation', n.nspname, l.collname, coalesce(l.collcollate, '') FROM pg_collation l
            JOIN pg_namespace n ON n.oid = l.collnamespace
            UNION ALL SELECT 'operator', n.nspname, o.oprname, '' FROM pg_operator o
            JOIN pg_namespace n ON n.oid = o.oprnamespace
            WHERE NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e')
            UNION ALL SELECT 'text search configuration', n.nspname, c.cfgname, '' FROM pg_ts_config c
            JOIN pg_namespace n ON n.oid = c.cfgnamespace
            UNION ALL SELECT 'checks of domain', n.nspname, t.typname, count(*)::text FROM pg_constraint k
            JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE k.contype = 'c' GROUP BY 1, 2, 3 HAVING count(*) > 1
            UNION ALL SELECT 'extension', '', e.extname, '' FROM pg_extension e WHERE e.extname <> 'plpgsql'
            UNION ALL SELECT 'event trigger', '', e.evtname, '' FROM pg_event_trigger e
            UNION ALL SELECT 'publication', '', p.pubname, '' FROM pg_publication p""";
    private static final String NAMESPACES = "SELECT n.nspname FROM pg_namespace n WHERE " + OWN
            + " AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass"
            + " AND d.objid = n.oid AND d.deptype = 'e') ORDER BY 1";

    private final PostgreSqlCatalog catalog;

    PostgreSqlUnmodelled(PostgreSqlCatalog catalog) {
        this.catalog = catalog;
    }

    List<Unmodelled> read() throws SQLException {
        var all = new ArrayList<Unmodelled>();
        for (var question : List.of(OF_TABLES, OTHERS)) {
            catalog.ask("SELECT * FROM (" + question + ") n WHERE " + OWN + " ORDER BY kind, nspname, name",
                    row -> all.add(new Unmodelled(row.getString("kind"),
                            row.getString("nspname").isEmpty()
                                    ? TableName.of(row.getString("name"))
                                    : catalog.name(row.getString("nspname"), row.getString("name")),
                            PostgreSqlCatalog.text(row, "text").orElse(""))));
        }
        return all;
    }

    /// The schemas that must be named.
    Set<String> namespaces() throws SQLException {
        var all = new LinkedHashSet<String>();
        catalog.ask(NAMESPACES,
                row -> Optional.of(catalog.name(row.getString("nspname"), "x")).flatMap(TableName::schema)
                        .ifPresent(all::add));
        return all;
    }
}
