package org.athanor.engine.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Product;

/// What is known of functions that do something beside computing an answer, for all guards. Whatever PostgreSQL marks as
/// volatile and doesn't stand here may do anything.
public final class Functions {
    /// PostgreSQL's own that are volatile because their answers differ, not because of what they do.
    public static final Set<String> ONLY_ANSWER = Set.of("random", "random_normal", "clock_timestamp", "timeofday",
            "gen_random_uuid", "uuidv7", "uuidv4", "pg_sleep", "pg_sleep_for", "pg_sleep_until",
            "pg_total_relation_size", "pg_relation_size", "pg_table_size", "pg_indexes_size", "pg_database_size",
            "pg_partition_tree", "pg_partition_root", "pg_partition_ancestors", "pg_blocking_pids", "currval",
            "lastval");
    /// PostgreSQL's own that do something, but destroy nothing.
    public static final Set<String> DESTROY_NOTHING = Stream.concat(ONLY_ANSWER.stream(), Stream.of("nextval", "setval",
            "set_config", "pg_notify", "pg_advisory_lock", "pg_advisory_lock_shared", "pg_advisory_unlock",
            "pg_advisory_unlock_shared", "pg_advisory_unlock_all", "pg_advisory_xact_lock",
            "pg_advisory_xact_lock_shared", "pg_try_advisory_lock", "pg_try_advisory_xact_lock", "txid_current",
            "pg_current_xact_id", "setseed", "pg_export_snapshot", "lo_creat", "lo_create", "lo_from_bytea"))
            .collect(Collectors.toUnmodifiableSet());

    /// What they do reaches beyond the database: to files, other servers, other sessions, the server itself.
    private static final String BEYOND_ON_POSTGRESQL = "dblink\\w*|pg_file_\\w+|lo_export|http(_\\w+)?"
            + "|pg_(terminate|cancel)_backend|pg_reload_conf|pg_rotate_logfile\\w*|pg_switch_wal|pg_promote"
            + "|pg_wal_replay_\\w+|pg_create_restore_point|pg_(backup_)?(start|stop)\\w*|pg_logical_emit_message"
            + "|pg_(create|drop|copy|sync)_\\w*replication_slots?|pg_replication_\\w+|pg_stat_reset\\w*";
    /// What they do isn't undone with the transaction, though it stays in the database or session.
    private static final String LASTING_ON_POSTGRESQL = "pg_(try_)?advisory_(un)?lock(_all|_shared)?";

    /// What they read is named by a text, and no look at the statement sees it.
    private static final Pattern READING_BY_TEXT = Pattern
            .compile("(table|schema|database|query|cursor)_to_xml\\w*|crosstab\\w*|connectby|xpath_table");

    private static final Pattern BEYOND = Pattern.compile(BEYOND_ON_POSTGRESQL);
    private static final Pattern NOT_UNDONE = Pattern.compile(BEYOND_ON_POSTGRESQL + "|" + LASTING_ON_POSTGRESQL);
    private static final Set<String> BEYOND_ON_SQLITE = Set.of("load_extension", "writefile", "edit", "readfile",
            "fts3_tokenizer");

    private Functions() {}

    /// Whether what a function does goes beyond the database that is connected to.
    public static boolean reachesBeyond(Product product, String function) {
        var name = function.toLowerCase(Locale.ROOT);
        return switch (product) {
            case POSTGRESQL -> BEYOND.matcher(name).matches();
            case SQLITE -> BEYOND_ON_SQLITE.contains(name);
        };
    }

    /// Whether a function reads tables and views that its text names, or a query that it is given.
    public static boolean readsByText(Product product, String function) {
        return product == Product.POSTGRESQL && READING_BY_TEXT.matcher(function.toLowerCase(Locale.ROOT)).matches();
    }

    /// Whether a rollback leaves what a function did, or may.
    public static boolean outlivesRollback(Product product, String function) {
        var name = function.toLowerCase(Locale.ROOT);
        return switch (product) {
            case POSTGRESQL -> NOT_UNDONE.matcher(name).matches();
            case SQLITE -> BEYOND_ON_SQLITE.contains(name);
        };
    }
}
