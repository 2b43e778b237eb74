package org.athanor.app.workspace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.athanor.app.connection.ProfileConnection;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

/// A few connections to one database, kept while the profile is open. Connects when first asked, so that an
/// unreachable database is told at once and in the driver's own words.
final class ConnectionPool implements Database.Source, AutoCloseable {
    /// A run, its lock, its watch, and somebody who asks meanwhile.
    private static final int CONNECTIONS = 4;
    private static final long PATIENCE_MILLIS = 5_000;
    /// The pool's log repeats what is thrown anyway. Held here because the logging system forgets what nobody holds.
    private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

    private final ConnectionSettings settings;
    private final Supplier<ConnectionSettings> ready;
    private final Predicate<SQLException> failed;
    private Optional<HikariDataSource> pool = Optional.empty();

    ConnectionPool(ConnectionSettings settings) {
        this(settings, () -> settings, _ -> false);
    }

    private ConnectionPool(ConnectionSettings settings, Supplier<ConnectionSettings> ready,
            Predicate<SQLException> failed) {
        this.settings = settings;
        this.ready = ready;
        this.failed = failed;
        POOL_LOG.setLevel(Level.OFF);
    }

    /// Looks for the password and opens the tunnel when somebody first connects.
    static ConnectionPool of(ProfileConnection connection) {
        return new ConnectionPool(connection.settings(), connection::ready, connection::failed);
    }

    ConnectionSettings settings() {
        return settings;
    }

    /// Once more where the way is worth it.
    @Override
    public Connection connect() throws SQLException {
        try {
            return connectOnce();
        } catch (SQLException e) {
            if (!failed.test(e)) {
                throw e;
            }
            return connectOnce();
        }
    }

    private Connection connectOnce() throws SQLException {
        try {
            return pool().getConnection();
        } catch (PoolInitializationException e) {
            throw cause(e).orElseGet(() -> new SQLException(e.getMessage(), e));
        } catch (SQLException e) {
            throw cause(e).orElse(e);
        }
    }

    @Override
    public synchronized void close() {
        pool.ifPresent(HikariDataSource::close);
        pool = Optional.empty();
    }

    private synchronized HikariDataSource pool() {
        var now = ready.get();
        if (pool.isEmpty()) {
            pool = Optional.of(open(now));
        }
        return pool.get();
    }

    private static HikariDataSource open(ConnectionSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        config.setDataSourceProperties(settings.properties());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    /// What the driver said beneath the pool's own words.
    private static Optional<SQLException> cause(Exception e) {
        return e.getCause() instanceof SQLException cause ? Optional.of(cause) : Optional.empty();
    }
}
