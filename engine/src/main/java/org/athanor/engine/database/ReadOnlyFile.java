package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.athanor.engine.dialect.Product;

/// A SQLite file opened for reading only. After a crash, whoever opens the file first rolls back what the dead program left
/// half done; a file opened for reading can't, so that one time it is opened as usual, and still only read.
final class ReadOnlyFile {
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_CANTOPEN = 14;

    private ReadOnlyFile() {}

    static ReadingSession open(ConnectionSettings settings, Database.Source usual) throws SQLException {
        var properties = settings.properties();
        properties.setProperty("open_mode", "1");
        properties.remove("journal_mode");
        try {
            var connection = Drivers.connect(settings, properties);
            return ReadingSession.begin(probed(connection), Product.SQLITE, List.of());
        } catch (SQLException e) {
            int code = e.getErrorCode() & 0xff;
            if (code != SQLITE_READONLY && code != SQLITE_CANTOPEN) {
                throw e;
            }
            return ReadingSession.begin(usual.connect(), Product.SQLITE, List.of());
        }
    }

    private static Connection probed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            row.next();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
