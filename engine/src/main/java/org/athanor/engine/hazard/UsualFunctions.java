package org.athanor.engine.hazard;

import java.util.LinkedHashSet;
import java.util.Set;

/// Functions that destroy nothing, for those who have no database to ask.
final class UsualFunctions {
    private static final Set<String> ON_POSTGRESQL = Set.of("setval", "nextval", "currval", "lastval", "now", "version",
            "count", "max", "min", "sum", "avg", "bool_and", "bool_or", "string_agg", "array_agg", "jsonb_agg",
            "json_agg", "pg_sleep", "pg_notify", "pg_advisory_lock", "pg_advisory_unlock", "pg_advisory_xact_lock",
            "pg_try_advisory_lock", "pg_get_serial_sequence", "to_regclass", "current_setting", "set_config",
            "current_schema", "current_database", "format", "quote_ident", "quote_literal", "random", "gen_random_uuid",
            "clock_timestamp", "generate_series", "unnest", "lower", "upper", "length", "trim", "btrim", "replace",
            "concat", "substring", "split_part", "to_char", "to_date", "to_timestamp", "date_trunc", "extract", "abs",
            "round", "floor", "ceil", "md5", "row_number", "rank", "lag", "lead", "over", "filter", "obj_description",
            "pg_get_constraintdef", "pg_get_indexdef", "pg_table_is_visible", "has_table_privilege", "materialized",
            "set", "conflict", "key", "nulls", "numeric", "varchar", "char", "decimal", "timestamp");
    private UsualFunctions() {}

    /// What is left of some names of PostgreSQL's functions.
    static Set<String> without(Set<String> functions) {
        var left = new LinkedHashSet<>(functions);
        left.removeAll(ON_POSTGRESQL);
        return left;
    }
}
