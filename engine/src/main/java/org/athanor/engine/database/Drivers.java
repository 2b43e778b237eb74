package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

import org.athanor.engine.dialect.Product;

/// Connects with the driver that a product has, and touches no other: `DriverManager` looks through every jar for drivers and
/// loads them all, which is a good part of what a short call takes.
final class Drivers {
    private Drivers() {}

    static Connection connect(ConnectionSettings settings) throws SQLException {
        return connect(settings, settings.withPasswordOf(System.getenv()).properties());
    }

    static Connection connect(ConnectionSettings settings, Properties properties) throws SQLException {
        var driver = of(settings.product());
        var connection = driver.isPresent() ? driver.get().connect(settings.jdbcUrl(), properties) : null;
        return connection == null ? DriverManager.getConnection(settings.jdbcUrl(), properties) : connection;
    }

    /// Nothing where the usual driver isn't there: an application may have another.
    private static Optional<Driver> of(Product product) {
        var name = switch (product) {
            case POSTGRESQL -> "org.postgresql.Driver";
            case SQLITE -> "org.sqlite.JDBC";
        };
        try {
            return Optional.of(Class.forName(name).asSubclass(Driver.class).getConstructor().newInstance());
        } catch (ReflectiveOperationException _) {
            return Optional.empty();
        }
    }
}
