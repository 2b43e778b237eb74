package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// A name for a session on PostgreSQL that nobody has given one, so that others see who is at work. A program's own name stays.
public final class SessionName {
    private static final String GIVE = "SELECT setting, set_config(name, 'athanor', false) FROM pg_settings"
            + " WHERE name = 'application_name' AND setting IN ('', 'PostgreSQL JDBC Driver')";
    private static final String TAKE_BACK = "SELECT set_config('application_name', ?, false)";

    private final Connection connection;
    private final Optional<String> before;

    private SessionName(Connection connection, Optional<String> before) {
        this.connection = connection;
        this.before = before;
    }

    public static SessionName give(Connection connection) throws SQLException {
        try (var question = connection.createStatement(); var row = question.executeQuery(GIVE)) {
            return new SessionName(connection, row.next() ? Optional.of(row.getString(1)) : Optional.empty());
        }
    }

    /// As it was.
    public void takeBack() throws SQLException {
        if (before.isPresent()) {
            try (var statement = connection.prepareStatement(TAKE_BACK)) {
                statement.setString(1, before.get());
                statement.execute();
            }
        }
    }
}
