package org.athanor.engine.compare;

import java.nio.file.Path;
import java.sql.SQLException;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;

class ComparisonOnPostgresTest extends ComparisonContract {
    private final Database database = Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), Path.of("")));

    @Override
    Database database() {
        return database;
    }

    @Override
    void clear() throws SQLException {
        try (var connection = database.connect()) {
            execute(connection, "DROP SCHEMA public CASCADE", "clear");
            execute(connection, "CREATE SCHEMA public", "clear");
        }
    }
}
