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
    private static final String LOCKS = """
            SELECT l.relation::bigint, l.mode, c.relfilenode::bigint, %s, txid_current_if_assigned()
            FROM pg_locks l LEFT JOIN pg_class c ON c.oid = l.relation
            WHERE l.locktype = 'relation' AND l.granted AND l.pid = pg_backend_pid()
                AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())""".formatted(MARK);

    private final Connection connection;
    private final Map<Long, Known> known = new HashMap<>();
    private final Set<TableLock> held = new HashSet<>();
    private final String mark;
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
    }

    @Override
    public Sight look() throws SQLException, TransactionGone {
        var locks = new ArrayList<TableLock>();
        var rewritten = new ArrayList<TableName>();
        try (var question = connection.createStatement(); var row = question.executeQuery(LOCKS)) {
            while (row.next()) {
                if (!row.getString(4).equals(mark)) {
                    throw new TransactionGone();
                }
                long number = row.getLong(5);
                transaction = row.wasNull() ? transaction : OptionalLong.of(number);
                see(row.getLong(1), row.getString(2), row.getLong(3), locks, rewritten);
            }
        }
        locks.sort((one, other) -> other.mode().compareTo(one.mode()));
        return new Sight(locks, rewritten);
    }

    /// A table that is dropped has no file any more.
    private void see(long table, String mode, long file, List<TableLock> locks, List<TableName> rewritten) {
        var before = known.get(table);
        if (before == null) {
            return;
        }
        LockMode.ofCatalog(mode).map(m -> new TableLock(before.name(), m)).filter(held::add).ifPresent(locks::add);
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
