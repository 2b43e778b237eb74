package org.athanor.engine.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

class CrashOnSqliteTest extends CrashContract {
    @Override
    String emptyDatabase(Path folder, int number) {
        return "sqlite:///crash.db";
    }

    @Override
    String alone(int step) {
        return "VACUUM";
    }

    @Override
    String objects() {
        return "SELECT name FROM sqlite_master WHERE name LIKE 's__\\__' ESCAPE '\\'";
    }

    @Override
    boolean terminate(Connection connection) {
        return false;
    }

    @Override
    void abort(Connection connection) throws SQLException {
        connection.close();
    }
}
