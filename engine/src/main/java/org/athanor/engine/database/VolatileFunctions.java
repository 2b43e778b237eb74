package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// PostgreSQL's functions that may do anything: a read-only transaction forbids writing to tables, but not writing to files,
/// to other sessions or over other connections. PostgreSQL says of each function whether it has such effects (`VOLATILE`);
/// what isn't marked otherwise, counts as having them.
final class VolatileFunctions {
    /// Volatile because their answers differ, not because of what they do.
    private static final Set<String> HARMLESS = Set.of("random", "random_normal", "clock_timestamp", "timeofday",
            "gen_random_uuid", "uuidv7", "uuidv4", "uuid_generate_v4", "pg_sleep", "pg_total_relation_size",
            "pg_relation_size", "pg_table_size", "pg_indexes_size", "pg_database_size", "pg_partition_tree",
            "pg_partition_root", "pg_blocking_pids");
    /// Words before a parenthesis that need no look at the catalog: plain ones, and those of our own questions.
    private static final Set<String> PLAIN = Set.of("select", "from", "where", "and", "or", "not", "in", "as", "on",
            "values", "count", "max", "min", "sum", "coalesce", "array", "any", "exists", "over", "filter", "with",
            "format_type", "pg_get_expr", "to_regclass", "obj_description", "col_description", "generate_series",
            "pg_get_partkeydef", "pg_get_indexdef", "pg_get_constraintdef", "unnest", "case", "then", "when", "else",
            "using", "join", "by", "lateral", "all", "union", "lower", "upper", "array_agg", "row", "cast", "limit",
            "current_setting", "pg_table_is_visible", "quote_ident", "round");

    private final Connection connection;

    VolatileFunctions(Connection connection) {
        this.connection = connection;
    }

    /// The first of these names that belongs to a function with effects.
    Optional<String> among(Set<String> names) throws SQLException {
        var open = names.stream().filter(n -> !PLAIN.contains(n) && !HARMLESS.contains(n.toLowerCase(Locale.ROOT)))
                .toArray();
        if (open.length == 0) {
            return Optional.empty();
        }
        try (var question = connection.prepareStatement(
                "SELECT proname FROM pg_catalog.pg_proc WHERE provolatile = 'v' AND proname = ANY (?) LIMIT 1")) {
            question.setArray(1, connection.createArrayOf("text", open));
            try (var row = question.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
