package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.script.TimeLimits;

/// A session's settings for waiting: how long for a lock, and on PostgreSQL how long a statement may take. What the
/// session had before it has again afterwards.
final class TimeSettings {
    /// A server looks this often whether the program that sent a long statement is still there. Older servers don't know the
    /// setting; whoever has set it otherwise keeps that.
    private static final String LOOK_FOR_US = "SELECT set_config(name, '2s', false) FROM pg_settings"
            + " WHERE name = 'client_connection_check_interval' AND setting = '0'";
    private static final String LOOK_AS_BEFORE = "SELECT set_config(name, reset_val, false) FROM pg_settings"
            + " WHERE name = 'client_connection_check_interval'";

    private record Values(long lockMillis, long statementMillis) {}

    private final Connection connection;
    private final Product product;
    private final Patience patience;
    private final Values own;
    private Values session;
    private Values now;

    private TimeSettings(Connection connection, Product product, Patience patience, Values own) {
        this.connection = connection;
        this.product = product;
        this.patience = patience;
        this.own = own;
        this.session = own;
        this.now = own;
    }

    /// Reads the session's own settings. No transaction may be open.
    static TimeSettings of(Connection connection, Product product, Patience patience) throws SQLException {
        var question = switch (product) {
            case POSTGRESQL -> """
                    SELECT (SELECT setting::bigint FROM pg_settings WHERE name = 'lock_timeout'),
                        (SELECT setting::bigint FROM pg_settings WHERE name = 'statement_timeout')""";
            case SQLITE -> "PRAGMA busy_timeout";
        };
        try (var statement = connection.createStatement(); var row = statement.executeQuery(question)) {
            row.next();
            var own = new Values(row.getLong(1), product == Product.POSTGRESQL ? row.getLong(2) : 0);
            lookForUs(connection, product, LOOK_FOR_US);
            return new TimeSettings(connection, product, patience, own);
        }
    }

    /// For a transaction that is open, or about to be opened on SQLite.
    void inTransaction(TimeLimits limits) throws SQLException {
        set(wanted(limits, usualLock()), true);
    }

    /// For a statement outside of a transaction. What is built concurrently waits for others without standing in anybody's
    /// way, and would leave a broken index if it gave up: only the script itself can limit that.
    void outside(TimeLimits limits, boolean concurrently) throws SQLException {
        set(wanted(limits, concurrently ? 0 : usualLock()), false);
    }

    /// A transaction has ended, and what was set for it is forgotten.
    void transactionEnded() {
        if (product == Product.POSTGRESQL) {
            now = session;
        }
    }

    /// What the session had.
    void restore() throws SQLException {
        set(own, false);
        lookForUs(connection, product, LOOK_AS_BEFORE);
    }

    /// How long a statement may take where the database itself doesn't watch.
    Optional<Duration> watchedLimit(TimeLimits limits) {
        return product == Product.SQLITE
                ? limits.statement().or(patience::statementTimeout).filter(Duration::isPositive)
                : Optional.empty();
    }

    /// Whether a statement that took so long was ended by its limit, where the database itself watches; the limit, if so.
    Optional<Duration> limitOver(Duration took) {
        return Optional.of(Duration.ofMillis(now.statementMillis())).filter(Duration::isPositive)
                .filter(limit -> took.compareTo(limit) >= 0);
    }

    private static void lookForUs(Connection connection, Product product, String words) throws SQLException {
        if (product == Product.POSTGRESQL) {
            try (var statement = connection.createStatement()) {
                statement.execute(words);
            }
        }
    }

    private long usualLock() {
        return patience.lockTimeout().map(Duration::toMillis)
                .orElse(own.lockMillis() > 0 || product == Product.SQLITE
                        ? own.lockMillis()
                        : Patience.USUAL_LOCK_TIMEOUT.toMillis());
    }

    private Values wanted(TimeLimits limits, long lockMillis) {
        return new Values(limits.lock().map(Duration::toMillis).orElse(lockMillis),
                limits.statement().or(patience::statementTimeout).map(Duration::toMillis)
                        .orElse(own.statementMillis()));
    }

    private void set(Values wanted, boolean forTransaction) throws SQLException {
        if (wanted.equals(now)) {
            return;
        }
        switch (product) {
            case POSTGRESQL -> setOnPostgreSql(wanted, forTransaction);
            case SQLITE -> setOnSqlite(wanted);
        }
        now = wanted;
        session = forTransaction && product == Product.POSTGRESQL ? session : wanted;
    }

    private void setOnPostgreSql(Values wanted, boolean forTransaction) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT set_config('lock_timeout', ?, ?), set_config('statement_timeout', ?, ?)")) {
            statement.setString(1, Long.toString(wanted.lockMillis()));
            statement.setBoolean(2, forTransaction);
            statement.setString(3, Long.toString(wanted.statementMillis()));
            statement.setBoolean(4, forTransaction);
            statement.execute();
        }
    }

    /// SQLite knows no endless waiting; three weeks will do.
    private void setOnSqlite(Values wanted) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = "
                    + (wanted.lockMillis() == 0 && own.lockMillis() != 0
                            ? Integer.MAX_VALUE
                            : Math.min(wanted.lockMillis(), Integer.MAX_VALUE)));
        }
    }
}
