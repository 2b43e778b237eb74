package org.athanor.engine.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.guard.Functions;
import org.athanor.engine.sql.Calls;
import org.athanor.engine.sql.SqlSyntax;

/// PostgreSQL's functions that may do anything: a read-only transaction forbids writing to tables, but not writing to files,
/// to other sessions or over other connections. PostgreSQL says of each function whether it has such effects (`VOLATILE`);
/// what isn't marked otherwise, counts as having them, whatever leads to it: a call, an aggregate, an operator, a cast, a
/// domain's rule, a view or a table's policy.
final class VolatileFunctions {
    /// Functions made by users begin here; only of these PostgreSQL keeps who depends on them.
    private static final int FIRST_OF_USERS = 16_384;
    private static final String FUNCTIONS = """
            WITH made AS (SELECT p.proname, pg_catalog.pg_function_is_visible(p.oid) AS visible,
                (SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = p.pronamespace)::text AS home FROM pg_catalog.pg_proc p
                WHERE (p.provolatile = 'v' OR p.prokind = 'a' AND EXISTS (SELECT FROM pg_catalog.pg_aggregate a
                        JOIN pg_catalog.pg_proc f ON f.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggmtransfn,
                            a.aggminvtransfn, a.aggmfinalfn)
                        WHERE a.aggfnoid = p.oid AND f.provolatile = 'v'))
                    AND NOT (p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = ANY (?::text[]))
                    AND NOT (p.proname LIKE 'uuid_generate_v%' AND p.prolang = 13))
            """;
    private static final String BY_NAME = FUNCTIONS + "SELECT proname FROM made";
    /// One that isn't in the search path is called with its schema.
    private static final String IN_REACH = FUNCTIONS
            + "SELECT proname FROM made WHERE visible OR home = ANY (?::text[])";
    private static final String IN_USE = """
            WITH RECURSIVE
            named AS (SELECT unnest(?::text[]) AS name),
            reached AS (SELECT c.oid FROM pg_catalog.pg_class c JOIN named ON c.relname = named.name
                WHERE c.relkind IN ('v', 'r', 'p', 'f')
                UNION SELECT d.refobjid FROM reached
                JOIN pg_catalog.pg_rewrite w ON w.ev_class = reached.oid
                JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = w.oid
                    AND d.refclassid = 'pg_catalog.pg_class'::regclass),
            rules AS (SELECT 'pg_catalog.pg_rewrite'::regclass AS class, w.oid FROM reached
                    JOIN pg_catalog.pg_rewrite w ON w.ev_class = reached.oid
                UNION ALL SELECT 'pg_catalog.pg_policy'::regclass, p.oid FROM reached
                    JOIN pg_catalog.pg_policy p ON p.polrelid = reached.oid
                UNION ALL SELECT 'pg_catalog.pg_constraint'::regclass, k.oid FROM pg_catalog.pg_constraint k
                    JOIN pg_catalog.pg_type t ON t.oid = k.contypid JOIN named ON named.name = t.typname),
            used AS (SELECT d.refclassid, d.refobjid FROM rules JOIN pg_catalog.pg_depend d
                ON d.classid = rules.class AND d.objid = rules.oid)
            SELECT 'a view, policy or domain over ' || p.proname FROM used JOIN pg_catalog.pg_proc p
                ON used.refclassid = 'pg_catalog.pg_proc'::regclass AND p.oid = used.refobjid WHERE p.provolatile = 'v'
            UNION ALL SELECT 'the operator ' || o.oprname FROM pg_catalog.pg_operator o
                JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode
                WHERE p.provolatile = 'v' AND (strpos(?::text, o.oprname) > 0 OR o.oid IN (SELECT refobjid FROM used
                    WHERE refclassid = 'pg_catalog.pg_operator'::regclass))
            UNION ALL SELECT 'a cast by ' || p.proname FROM pg_catalog.pg_cast c
                JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc WHERE p.provolatile = 'v' AND p.oid >= ?
            UNION ALL SELECT '=' || pg_catalog.pg_get_viewdef(c.oid) FROM reached
                JOIN pg_catalog.pg_class c ON c.oid = reached.oid
                WHERE c.relkind = 'v' AND c.relnamespace <> 'pg_catalog'::regnamespace
                    AND c.relnamespace <> 'information_schema'::regnamespace""";

    private final Connection connection;

    VolatileFunctions(Connection connection) {
        this.connection = connection;
    }

    /// The names of all functions that may destroy something.
    static Set<String> drastic(Connection connection) throws SQLException {
        return byName(connection, Functions.DESTROY_NOTHING);
    }

    private static Set<String> byName(Connection connection, Set<String> known) throws SQLException {
        try (var question = connection.prepareStatement(BY_NAME)) {
            question.setArray(1, array(connection, known));
            return new HashSet<>(texts(question.executeQuery()));
        }
    }

    /// What in this statement leads to a function with effects.
    Optional<String> in(String sql) throws SQLException {
        var called = calledIn(sql);
        if (called.isPresent()) {
            return called;
        }
        try (var question = connection.prepareStatement(IN_USE)) {
            question.setArray(1, array(connection, Calls.names(sql, SqlSyntax.POSTGRESQL)));
            question.setString(2, sql);
            question.setInt(3, FIRST_OF_USERS);
            for (var found : texts(question.executeQuery())) {
                var inView = found.startsWith("=") ? calledIn(found.substring(1)) : Optional.of(found);
                if (inView.isPresent()) {
                    return inView;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> calledIn(String sql) throws SQLException {
        var functions = new HashSet<String>();
        try (var question = connection.prepareStatement(IN_REACH)) {
            question.setArray(1, array(connection, Functions.ONLY_ANSWER));
            question.setArray(2, array(connection, Calls.names(sql, SqlSyntax.POSTGRESQL)));
            functions.addAll(texts(question.executeQuery()));
        }
        return Calls.in(sql, SqlSyntax.POSTGRESQL).stream().filter(functions::contains).findFirst()
                .map(name -> name + "()");
    }

    private static Array array(Connection connection, Set<String> names) throws SQLException {
        return connection.createArrayOf("text", names.toArray());
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        try (rows) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
