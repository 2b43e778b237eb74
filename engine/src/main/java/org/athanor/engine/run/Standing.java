package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.RevisionId;

/// What the database says of itself, asked on a connection of its own.
final class Standing {
    private static final int LOOKS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String INVALID = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid";

    private final Database database;
    private final VersionTable versionTable;

    Standing(Database database, VersionTable versionTable) {
        this.database = database;
        this.versionTable = versionTable;
    }

    /// The version rows once a connection that broke has ended on the server, too; nothing where they can't be read, or it
    /// doesn't end. No table is no rows.
    Optional<List<RevisionId>> rowsAfter(long backend) {
        try (var connection = database.connect()) {
            connection.setAutoCommit(true);
            for (int looks = 0; isThere(backend, connection); looks++) {
                if (looks == LOOKS) {
                    return Optional.empty();
                }
                Pauses.sleep(PAUSE, new Stop());
            }
            return Optional.of(versionTable.read(connection, database.dialect()).orElse(List.of()));
        } catch (SQLException | Refusal _) {
            return Optional.empty();
        }
    }

    private boolean isThere(long backend, Connection connection) throws SQLException {
        if (database.dialect().product() == Product.SQLITE) {
            return false;
        }
        try (var question = connection.prepareStatement("SELECT 1 FROM pg_stat_activity WHERE pid = ?")) {
            question.setLong(1, backend);
            try (var row = question.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Whether a plan starts from here, rows and table alike.
    boolean isStartOf(Plan plan) {
        if (!database.exists()) {
            return plan.from().isEmpty() && !plan.setup().isEmpty();
        }
        try (var connection = database.connect()) {
            return isStartOf(plan, connection);
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        }
    }

    void refuseUnlessStartOf(Plan plan) {
        if (!isStartOf(plan)) {
            throw new Refusal(ProblemKind.VERSION_ROWS_CHANGED,
                    "%s has moved since this was planned".formatted(database.name()),
                    "Somebody else ran a migration. Look at `athanor status` and plan again.");
        }
    }

    private boolean isStartOf(Plan plan, Connection connection) throws SQLException {
        var rows = versionTable.read(connection, database.dialect());
        return rows.isEmpty() != plan.setup().isEmpty() && rows.orElse(List.of()).equals(plan.from());
    }

    /// Indexes whose building was broken off. PostgreSQL alone has them.
    Set<String> invalidIndexes() {
        var indexes = new TreeSet<String>();
        try (var connection = database.connect();
                var question = connection.createStatement();
                var rows = question.executeQuery(INVALID)) {
            while (rows.next()) {
                indexes.add(rows.getString(1));
            }
        } catch (SQLException | Refusal _) {
            // What can't be asked can't be told; the run's own failure is.
        }
        return indexes;
    }
}
