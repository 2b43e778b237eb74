package org.athanor.engine.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Scratch databases whose maker was killed before it dropped them. As long as a maker lives it is connected to what it made,
/// and the name says when it was made: an old one to which nobody is connected is nobody's.
final class ScratchOrphans {
    private static final System.Logger LOG = System.getLogger(ScratchOrphans.class.getName());
    /// Between making a database and connecting to it lies much less.
    private static final int OLD_SECONDS = 600;
    private static final String FORSAKEN = """
            SELECT d.datname FROM pg_database d
            WHERE d.datname ~ ('^' || ? || '[0-9a-f]{8,12}_[0-9a-f]{8}$')
                AND pg_has_role(d.datdba, 'MEMBER')
                AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)""";
    private static final String AGE = "SELECT extract(epoch FROM now())::bigint";

    private final String prefix;

    ScratchOrphans(String prefix) {
        this.prefix = prefix;
    }

    /// Drops them; one that can't be dropped is left to the next time.
    void removeOn(Connection connection) throws SQLException {
        for (var name : forsaken(connection)) {
            // Without FORCE: the server itself refuses if somebody has connected meanwhile.
            try (var statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + name);
                LOG.log(Level.WARNING, "Removed the scratch database {0}, whose maker is gone", name);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "Left the scratch database " + name, e);
            }
        }
    }

    private List<String> forsaken(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.prepareStatement(FORSAKEN)) {
            statement.setString(1, prefix);
            long now = now(connection);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var name = row.getString(1);
                    var made = name.substring(prefix.length(), name.lastIndexOf('_'));
                    if (now - Long.parseLong(made, 16) > OLD_SECONDS) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    /// By the server's own clock: those of its clients may differ.
    static long now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(AGE)) {
            row.next();
            return row.getLong(1);
        }
    }
}
