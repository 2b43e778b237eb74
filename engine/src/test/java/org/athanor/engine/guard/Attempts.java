package org.athanor.engine.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;

import org.athanor.engine.database.Database;

/// Tries to send a statement through a session that only reads, by every method that JDBC has for it; and then, on the same
/// session, something that writes, in case the first has opened it.
final class Attempts {
    private Attempts() {}

    private interface Way {
        void send(Connection connection, String sql) throws SQLException;
    }

    private static final List<Way> WAYS = List.of((connection, sql) -> {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }, (connection, sql) -> {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }, (connection, sql) -> {
        try (var statement = connection.createStatement()) {
            statement.executeQuery(sql).close();
        }
    }, (connection, sql) -> {
        try (var statement = connection.createStatement()) {
            statement.addBatch(sql);
            statement.executeBatch();
        }
    }, (connection, sql) -> {
        try (var statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }, (connection, sql) -> {
        try (var statement = connection.prepareCall(sql)) {
            statement.execute();
        }
    }, (connection, sql) -> {
        connection.setReadOnly(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }, (connection, sql) -> {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }, (connection, sql) -> {
        connection.commit();
        try (var statement = connection.createStatement().getConnection().createStatement()) {
            statement.execute(sql);
        }
    }, (connection, sql) -> {
        try (var statement = connection.unwrap(Connection.class).createStatement()) {
            statement.execute(sql);
        }
    }, (connection, sql) -> {
        try (var statement = connection.getMetaData().getConnection().createStatement()) {
            statement.execute(sql);
        }
    }, (connection, sql) -> {
        try (var rows = connection.createStatement().executeQuery("SELECT 1")) {
            rows.getStatement().execute(sql);
        }
    }, (connection, sql) -> {
        try (var rows = connection.prepareStatement("SELECT 1").executeQuery()) {
            var own = rows.getStatement().getConnection();
            own.rollback();
            own.setReadOnly(false);
            own.createStatement().executeUpdate(sql);
        }
    }, (connection, sql) -> {
        try (var rows = connection.createStatement().executeQuery("SELECT 1")) {
            rows.unwrap(java.sql.ResultSet.class).getStatement().execute(sql);
        }
    }, (connection, sql) -> {
        try (var rows = connection.createStatement().executeQuery("SELECT ARRAY[1]")) {
            rows.next();
            rows.getArray(1).getResultSet().getStatement().execute(sql);
        }
    }, (connection, sql) -> {
        try (var rows = connection.createStatement().executeQuery("SELECT ARRAY[1]")) {
            rows.next();
            ((java.sql.Array) rows.getObject(1)).getResultSet().getStatement().execute(sql);
        }
    }, (connection, sql) -> {
        connection.setClientInfo("ApplicationName", "x");
        connection.createStatement().execute(sql);
    });

    static void all(Database database, String sql, String afterwards) throws SQLException {
        for (var way : WAYS) {
            try (var connection = database.connectForReading()) {
                quietly(() -> way.send(connection, sql));
                quietly(() -> WAYS.getFirst().send(connection, afterwards));
                connection.commit();
                quietly(() -> WAYS.getFirst().send(connection, afterwards));
            }
        }
    }

    private interface Attempt {
        void make() throws SQLException;
    }

    /// Whatever is answered: what counts is that nothing has changed.
    private static void quietly(Attempt attempt) {
        try {
            attempt.make();
        } catch (SQLFeatureNotSupportedException _) {
            // A driver that doesn't know the method.
        } catch (SQLException _) {
            // Refused.
        }
    }
}
