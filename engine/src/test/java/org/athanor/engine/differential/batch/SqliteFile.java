package org.athanor.engine.differential.batch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A SQLite file with something in it.
record SqliteFile(Path path) {
    static SqliteFile filled(Path path, List<String> setup) throws SQLException {
        var file = new SqliteFile(path);
        file.run(setup);
        return file;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path);
    }

    /// Runs statements in one transaction.
    void run(List<String> statements) throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            for (var text : statements) {
                try (var statement = connection.createStatement()) {
                    statement.execute(text);
                }
            }
            connection.commit();
        }
    }

    /// All that is in it: definitions, and rows.
    List<String> contents() throws SQLException {
        try (var connection = connect()) {
            var contents = new ArrayList<>(
                    rows(connection, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"));
            for (var table : rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
                rows(connection, "SELECT * FROM \"%s\"".formatted(table)).stream().sorted()
                        .forEach(row -> contents.add(table + ": " + row));
            }
            contents.addAll(rows(connection, "PRAGMA integrity_check"));
            return contents;
        }
    }

    /// How many rows there are, table by table.
    Map<String, String> counts() throws SQLException {
        try (var connection = connect()) {
            var counts = new TreeMap<String, String>();
            for (var table : rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
                counts.put(table, rows(connection, "SELECT count(*) FROM \"%s\"".formatted(table)).getFirst());
            }
            return counts;
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" | ", row));
            }
        }
        return rows;
    }
}
