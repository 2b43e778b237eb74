package org.athanor.engine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.postgresql.FormattedType;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// The domains of a PostgreSQL database, without those that came with an extension.
final class PostgreSqlDomains {
    private static final String QUESTION = """
            SELECT n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod) AS base, t.typnotnull,
                   t.typdefault, CASE WHEN t.typcollation <> b.typcollation THEN l.collname END AS collation,
                   (SELECT k.conname FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'
                    ORDER BY k.conname LIMIT 1) AS check_name,
                   (SELECT string_agg(pg_get_expr(k.conbin, 0), ' AND ' ORDER BY k.conname) FROM pg_constraint k
                    WHERE k.contypid = t.oid AND k.contype = 'c') AS condition
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
            LEFT JOIN pg_collation l ON l.oid = t.typcollation
            WHERE t.typtype = 'd' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_type'::regclass
                                  AND d.objid = t.oid AND d.deptype = 'e')
            ORDER BY t.oid""";

    private final PostgreSqlCatalog catalog;
    private final FormattedType types;

    PostgreSqlDomains(PostgreSqlCatalog catalog, FormattedType types) {
        this.catalog = catalog;
        this.types = types;
    }

    Map<TableName, SqlType.Domain> read() throws SQLException {
        var all = new LinkedHashMap<TableName, SqlType.Domain>();
        catalog.ask(QUESTION, row -> {
            var name = catalog.name(row.getString("nspname"), row.getString("typname"));
            all.put(name, domain(name, row));
        });
        return all;
    }

    private SqlType.Domain domain(TableName name, ResultSet row) throws SQLException {
        var rules = new SqlType.Domain.Rules(PostgreSqlCatalog.text(row, "collation"),
                PostgreSqlCatalog.text(row, "typdefault"), PostgreSqlCatalog.text(row, "check_name").map(Name::written),
                row.getBoolean("typnotnull"), PostgreSqlCatalog.text(row, "condition"));
        return new SqlType.Domain(Name.written(name.name()), name.schema(),
                types.of(row.getString("base"), Optional.empty()), rules, SqlType.Enumeration.Making.WHEN_ASKED);
    }
}
