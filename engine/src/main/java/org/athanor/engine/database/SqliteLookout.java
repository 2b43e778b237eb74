package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.athanor.engine.schema.TableName;

/// SQLite locks the database as a whole. A table that is rebuilt starts on another page afterwards.
final class SqliteLookout implements Lookout {
    private final Connection connection;
    private final Set<String> dangling;
    private Map<String, Long> pages;
    private long schemaVersion;

    SqliteLookout(Connection connection) throws SQLException {
        this.connection = connection;
        this.schemaVersion = schemaVersion();
        this.pages = pages();
        this.dangling = dangling();
    }

    @Override
    public Sight look() throws SQLException, TransactionGone {
        refuseUnlessOpen();
        long now = schemaVersion();
        if (now == schemaVersion) {
            return Sight.NOTHING;
        }
        schemaVersion = now;
        var before = pages;
        pages = pages();
        var rewritten = new ArrayList<TableName>();
        pages.forEach((table, page) -> {
            if (!before.getOrDefault(table, page).equals(page)) {
                rewritten.add(TableName.of(table));
            }
        });
        before.forEach(pages::putIfAbsent);
        return new Sight(List.of(), rewritten);
    }

    /// Some refusals (a full disk, `ON CONFLICT ROLLBACK`) end the transaction, and what follows would stay.
    @Override
    public void lookAfterRefusal() throws SQLException, TransactionGone {
        refuseUnlessOpen();
    }

    /// Only outside of a transaction one can be begun.
    private void refuseUnlessOpen() throws SQLException, TransactionGone {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            if (SqlFailure.message(e).contains("within a transaction")) {
                return;
            }
            throw e;
        }
        throw new TransactionGone();
    }

    /// Where foreign keys are enforced, those that are deferred are looked at when a transaction is committed.
    @Override
    public void checkAsCommitWould() throws SQLException {
        var now = dangling();
        now.removeAll(dangling);
        if (!now.isEmpty()) {
            throw new SQLException("FOREIGN KEY constraint failed: " + String.join(", ", now), null, 19);
        }
    }

    private Set<String> dangling() throws SQLException {
        var found = new HashSet<String>();
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("PRAGMA foreign_keys")) {
                if (!row.next() || !row.getBoolean(1)) {
                    return found;
                }
            }
            try (var row = statement.executeQuery("PRAGMA foreign_key_check")) {
                while (row.next()) {
                    found.add("row %s of %s points into %s".formatted(row.getString(2), row.getString(1),
                            row.getString(3)));
                }
            }
        }
        return found;
    }

    private long schemaVersion() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA schema_version")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Map<String, Long> pages() throws SQLException {
        var found = new HashMap<String, Long>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'")) {
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
        }
        return found;
    }

    @Override
    public OptionalLong transaction() {
        return OptionalLong.empty();
    }
}
