package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.sql.Statement;

/// Keeps SQLite from deleting rows while a table is rebuilt: where it enforces foreign keys, dropping the old table would
/// delete the rows of other tables that point at it. They are enforced again when the step is over.
public final class ForeignKeyGuard implements AutoCloseable {
    private static final String REBUILT = "_alembic_tmp_";

    private final Connection connection;
    private final boolean enforced;

    private ForeignKeyGuard(Connection connection, boolean enforced) {
        this.connection = connection;
        this.enforced = enforced;
    }

    /// Switches the enforcement off, if it is on and a table is rebuilt. The connection is in JDBC's autocommit mode and no
    /// transaction is open: in one, SQLite wouldn't listen.
    public static ForeignKeyGuard around(List<Statement> statements, Connection connection, Database database)
            throws SQLException {
        var guard = new ForeignKeyGuard(connection, isNeeded(statements, connection, database));
        guard.enforce(false);
        return guard;
    }

    /// Whether foreign keys are enforced on the connection, and a table is rebuilt.
    public static boolean isNeeded(List<Statement> statements, Connection connection, Database database)
            throws SQLException {
        return database.dialect().product() == Product.SQLITE
                && statements.stream().anyMatch(s -> s.text().startsWith("DROP TABLE"))
                && statements.stream().anyMatch(s -> s.text().contains(REBUILT)) && isEnforced(connection);
    }

    /// Why a statement that wasn't known when the step began must not be sent: it begins to rebuild a table while foreign keys
    /// are enforced, and within a transaction that can't be switched off any more.
    public static Optional<Problem> objection(Statement statement, Connection connection, Database database)
            throws SQLException {
        boolean rebuilds = database.dialect().product() == Product.SQLITE
                && statement.text().startsWith("CREATE TABLE") && statement.text().contains(REBUILT);
        return rebuilds && isEnforced(connection)
                ? Optional.of(Problem.of(ProblemKind.STATEMENT_FAILED,
                        "The step decides while it runs to rebuild a table, and foreign keys are enforced: rows of other"
                                + " tables that point at it would be deleted",
                        "Open the database without foreign_keys=on for this run."))
                : Optional.empty();
    }

    private static boolean isEnforced(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("PRAGMA foreign_keys")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void enforce(boolean on) throws SQLException {
        if (!enforced) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = " + (on ? "ON" : "OFF"));
        }
    }

    /// What the database would have refused, had it enforced its foreign keys.
    public Optional<Problem> violation() throws SQLException {
        if (!enforced) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA foreign_key_check")) {
            return row.next()
                    ? Optional.of(Problem.of(ProblemKind.STATEMENT_FAILED,
                            "A row of %s points at a row of %s that isn't there".formatted(row.getString(1),
                                    row.getString(3)),
                            "While a table is rebuilt, foreign keys are not enforced, and ON DELETE CASCADE deletes"
                                    + " nothing. Delete or mend the rows in the same step."))
                    : Optional.empty();
        }
    }

    /// What isn't committed by now is rolled back.
    @Override
    public void close() throws SQLException {
        if (enforced) {
            rollback();
            enforce(true);
        }
    }

    private void rollback() {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException _) {
            // There was nothing to roll back.
        }
    }
}
