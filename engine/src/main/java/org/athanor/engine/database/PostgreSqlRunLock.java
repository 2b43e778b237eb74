package org.athanor.engine.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;

/// An advisory lock of a session: the server gives it back when the connection ends, however that happens. The connection
/// is for the lock alone and has no transaction open, so it holds nothing back while it waits, not even a
/// `CREATE INDEX CONCURRENTLY`.
final class PostgreSqlRunLock implements RunLock {
    private static final String TRY = "SELECT pg_try_advisory_lock(?)";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(?)";
    private static final String HELD = """
            SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()
                AND classid = (? >> 32 & 4294967295)::text::oid AND objid = (? & 4294967295)::text::oid
                AND objsubid = 1)""";
    private static final String HOLDER = """
            SELECT l.pid, a.usename, a.application_name, host(a.client_addr),
                extract(epoch FROM clock_timestamp() - a.backend_start)
            FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted
                AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND l.classid = (? >> 32 & 4294967295)::text::oid AND l.objid = (? & 4294967295)::text::oid
                AND l.objsubid = 1""";
    /// The lock's connection is idle on purpose; a server that ends idle sessions must not end this one. Older servers
    /// don't know the setting.
    private static final String STAY = "SELECT set_config(name, '0', false) FROM pg_settings"
            + " WHERE name = 'idle_session_timeout'";
    private static final String STAY_NO_MORE = "SELECT set_config(name, reset_val, false) FROM pg_settings"
            + " WHERE name = 'idle_session_timeout'";

    private final Connection connection;
    private final SessionName name;
    /// One lock for the program, and one for the connection that works for it.
    private final long key;
    private final long workersKey;
    private boolean taken;

    private PostgreSqlRunLock(Connection connection, SessionName name, long key) {
        this.connection = connection;
        this.name = name;
        this.key = key;
        this.workersKey = key ^ 1;
    }

    static PostgreSqlRunLock open(Database database, VersionTable versionTable) throws SQLException {
        var connection = database.connect();
        try {
            connection.setAutoCommit(true);
            ask(connection, STAY);
            return new PostgreSqlRunLock(connection, SessionName.give(connection),
                    key(connection, versionTable, database.dialect()));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static Optional<Holder> orphan(Database database, VersionTable versionTable) throws SQLException {
        try (var lock = open(database, versionTable)) {
            return lock.holder(lock.key).isPresent() ? Optional.empty() : lock.holder(lock.workersKey);
        }
    }

    /// The version table's own schema counts, however it was named: by its name, or by the search path.
    private static long key(Connection connection, VersionTable versionTable, Dialect dialect) throws SQLException {
        try (var question = connection.prepareStatement("""
                SELECT coalesce((SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = to_regclass(?)),
                    quote_ident(nullif(?, '')), quote_ident(current_schema()))""")) {
            question.setString(1, versionTable.qualifiedName(dialect));
            question.setString(2, versionTable.schema().orElse(""));
            try (var row = question.executeQuery()) {
                row.next();
                return hash("athanor run " + row.getString(1) + "." + dialect.name(versionTable.name()));
            }
        }
    }

    private static long hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Holder> take() throws SQLException {
        // A holder may have gone between two questions: then the lock is tried again at once.
        while (true) {
            taken = taken || isTrue(TRY, connection, key);
            if (taken && isTrue(TRY, connection, workersKey)) {
                isTrue(UNLOCK, connection, workersKey);
                return Optional.empty();
            }
            var holder = holder(taken ? workersKey : key);
            if (holder.isPresent()) {
                return holder;
            }
        }
    }

    private Optional<Holder> holder(long of) throws SQLException {
        try (var question = prepare(HOLDER, connection, of); var row = question.executeQuery()) {
            return row.next() ? Optional.of(holder(row)) : Optional.empty();
        }
    }

    private static Holder holder(ResultSet row) throws SQLException {
        double age = row.getDouble(5);
        var since = row.wasNull() ? Optional.<Duration>empty() : Optional.of(Duration.ofMillis((long) (age * 1000)));
        return new Holder(row.getLong(1), Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)).filter(name -> !name.isBlank()),
                Optional.ofNullable(row.getString(4)), since);
    }

    @Override
    public void accompany(Connection worker) throws SQLException {
        if (!isTrue(TRY, worker, workersKey)) {
            throw new SQLException("Another run's connection is still at work", "55P03");
        }
    }

    @Override
    public void leave(Connection worker) throws SQLException {
        isTrue(UNLOCK, worker, workersKey);
    }

    /// Asks the server, not our memory: a pooler between us may have given our session to somebody else.
    @Override
    public boolean isHeld() throws SQLException {
        return isTrue(HELD, connection, key);
    }

    private static boolean isTrue(String question, Connection connection, long key) throws SQLException {
        try (var statement = prepare(question, connection, key); var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static PreparedStatement prepare(String question, Connection connection, long key) throws SQLException {
        var statement = connection.prepareStatement(question);
        for (int i = 1; i <= question.chars().filter(c -> c == '?').count(); i++) {
            statement.setLong(i, key);
        }
        return statement;
    }

    /// A pool would keep the connection, and the lock with it, so it is given back in words.
    @Override
    public void close() {
        try (connection) {
            if (taken) {
                isTrue(UNLOCK, connection, key);
            }
            ask(connection, STAY_NO_MORE);
            name.takeBack();
        } catch (SQLException _) {
            // The connection is gone, and with it the lock.
        }
    }

    private static void ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(question);
        }
    }
}
