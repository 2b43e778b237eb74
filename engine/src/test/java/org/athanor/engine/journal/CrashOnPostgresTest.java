package org.athanor.engine.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.athanor.engine.database.TestPostgres;
import org.postgresql.PGConnection;

class CrashOnPostgresTest extends CrashContract {
    @Override
    String emptyDatabase(Path folder, int number) {
        return TestPostgres.freshDatabase();
    }

    @Override
    String alone(int step) {
        return "CREATE INDEX CONCURRENTLY IF NOT EXISTS s%1$02d_i ON s%1$02d_a (id)".formatted(step);
    }

    @Override
    String objects() {
        return "SELECT relname FROM pg_class LEFT JOIN pg_index ON indexrelid = oid"
                + " WHERE relname LIKE 's__\\__' AND coalesce(indisvalid, true)";
    }

    @Override
    boolean terminate(Connection connection) throws SQLException {
        try (var other = database().connect(); var statement = other.createStatement()) {
            return statement.execute("SELECT pg_terminate_backend(%d, 5000)"
                    .formatted(connection.unwrap(PGConnection.class).getBackendPID()));
        }
    }

    @Override
    void abort(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }
}
