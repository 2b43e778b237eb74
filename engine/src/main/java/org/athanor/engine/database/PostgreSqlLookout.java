package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.athanor.engine.hazard.LockMode;
import org.athanor.engine.schema.TableName;

/// Asks `pg_locks` and `pg_class`, which takes no lock on anything but these.
final class PostgreSqlLookout implements Lookout {
    /// Which transaction this is: a new one begins at another moment.
    private static final String MARK = "pg_backend_pid() || ' ' || extract(epoch FROM transaction_timestamp())";
    private static final String TABLES = """
            SELECT c.oid::bigint, CASE WHEN n.nspname = current_schema() THEN NULL ELSE n.nspname END, c.relname,
                c.relfilenode::bigint, %s
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            UNION ALL SELECT 0, NULL, '', 0, %1$s""".formatted(MARK);
    private final Connection connection;
    private final Map<Long, Known> known = new HashMap<>();
    private final Set<TableLock> held = new HashSet<>();
    private final String mark;
    private final String locks;
    private OptionalLong transaction = OptionalLong.empty();

    /// A table that was there before, and the file that its rows are in.
    private record Known(TableName name, long file) {}

    PostgreSqlLookout(Connection connection) throws SQLException {
        this.connection = connection;
        var marks = new ArrayList<String>();
        try (var question = connection.createStatement(); var row = question.executeQuery(TABLES)) {
            while (row.next()) {
                var name = new TableName(Optional.ofNullable(row.getString(2)), row.getString(3));
                known.put(row.getLong(1), new Known(name, row.getLong(4)));
                marks.add(row.getString(5));
            }
        }
        this.mark = marks.getFirst();
        this.locks = question(known.keySet().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /// What was there before has no higher number than the highest then; so what the transaction makes costs nothing more.
    private static String question(long highest) {
        return """
                SELECT m.mark, m.number, l.relation::bigint, l.mode, c.relfilenode::bigint
                FROM (SELECT %s AS mark, txid_current_if_assigned() AS number OFFSET 0) m
                LEFT JOIN (SELECT relation, mode FROM pg_locks
                    WHERE locktype = 'relation' AND granted AND pid = pg_backend_pid() AND relation <= %s::oid
                        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) l ON true
                LEFT JOIN pg_class c ON c.oid = l.relation""".formatted(MARK, highest);
    }

    @Override
    public Sight look() throws SQLException, TransactionGone {
        var found = new ArrayList<TableLock>();
        var rewritten = new ArrayList<TableName>();
        try (var question = connection.createStatement(); var row = question.executeQuery(locks)) {
            while (row.next()) {
                if (!row.getString(1).equals(mark)) {
                    throw new TransactionGone();
                }
                long number = row.getLong(2);
                transaction = row.wasNull() ? transaction : OptionalLong.of(number);
                var mode = Optional.ofNullable(row.getString(4)).flatMap(LockMode::ofCatalog);
                if (mode.isPresent()) {
                    see(row.getLong(3), mode.get(), row.getLong(5), found, rewritten);
                }
            }
        }
        found.sort((one, other) -> other.mode().compareTo(one.mode()));
        return new Sight(found, rewritten);
    }

    /// A table that is dropped has no file any more.
    private void see(long table, LockMode mode, long file, List<TableLock> found, List<TableName> rewritten) {
        var before = known.get(table);
        if (before == null) {
            return;
        }
        var lock = new TableLock(before.name(), mode);
        if (held.add(lock)) {
            found.add(lock);
        }
        if (file != before.file() && file != 0) {
            rewritten.add(before.name());
            known.put(table, new Known(before.name(), file));
        }
    }

    /// After an error PostgreSQL answers nothing until the transaction or the savepoint is rolled back.
    @Override
    public void lookAfterRefusal() {
        // What is refused can't have ended the transaction.
    }

    /// Deferred constraints stay deferred for what follows.
    @Override
    public void checkAsCommitWould() throws SQLException {
        execute("SAVEPOINT athanor_check");
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        execute("ROLLBACK TO SAVEPOINT athanor_check");
        execute("RELEASE SAVEPOINT athanor_check");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public OptionalLong transaction() {
        return transaction;
    }
}
