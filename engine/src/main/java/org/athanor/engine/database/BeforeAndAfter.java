package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;

/// Compares a database with what it was when this was made. It asks on a connection of its own, and changes nothing.
public final class BeforeAndAfter implements AutoCloseable {
    private static final String UNDERWAY = "in progress";
    private static final int LOOKS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database database;
    private final VersionTable versionTable;
    private final Escort escort;
    private final boolean existed;
    /// Held on SQLite alone, which tells each connection whether others have committed since it last looked.
    private final Optional<Connection> watcher;
    private final Inventory before;
    private final long changesBefore;

    /// Whether a database is as it was: all that isn't, and sequences that have moved on, which PostgreSQL doesn't roll back;
    /// or why nobody could look.
    public record Comparison(List<String> differences, List<String> movedSequences, Optional<Problem> unknown) {
        public static final Comparison EQUAL = new Comparison(List.of(), List.of(), Optional.empty());

        public Comparison {
            differences = List.copyOf(differences);
            movedSequences = List.copyOf(movedSequences);
        }

        /// Whether everything is known to be as it was; a sequence may stand elsewhere.
        public boolean isAsBefore() {
            return differences.isEmpty() && unknown.isEmpty();
        }

        public boolean isEqual() {
            return equals(EQUAL);
        }
    }

    public BeforeAndAfter(Database database, VersionTable versionTable, Escort escort) throws SQLException {
        this.database = database;
        this.versionTable = versionTable;
        this.escort = escort;
        this.existed = database.exists();
        this.watcher = existed && database.dialect().product() == Product.SQLITE
                ? Optional.of(connect(database))
                : Optional.empty();
        try {
            this.before = existed ? inventory() : new Inventory(new TreeSet<>(), Map.of());
            this.changesBefore = changes();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private static Connection connect(Database database) throws SQLException {
        var connection = database.connect();
        connection.setAutoCommit(true);
        return connection;
    }

    /// Compares once more, after the transaction of that number.
    public Comparison compare(OptionalLong transaction) {
        if (!existed) {
            return database.exists()
                    ? new Comparison(List.of("new: the file of the database"), List.of(), Optional.empty())
                    : Comparison.EQUAL;
        }
        try {
            var after = inventory();
            var differences = new ArrayList<>(before.differences(after));
            if (changes() != changesBefore) {
                differences.add("something was committed meanwhile, here or by somebody else");
            }
            if (transaction.isPresent()) {
                fate(transaction.getAsLong()).ifPresent(differences::add);
            }
            return new Comparison(differences, before.movedSequences(after), Optional.empty());
        } catch (SQLException | Refusal e) {
            return new Comparison(List.of(), List.of(), Optional.of(problem(e)));
        }
    }

    private Problem problem(Exception e) {
        return switch (e) {
            case SQLException sql -> escort.explain(sql);
            case Refusal refusal -> refusal.problem();
            default -> throw new IllegalStateException(e);
        };
    }

    private Inventory inventory() throws SQLException {
        return asking(connection -> Inventory.read(connection, versionTable, database.dialect()));
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T asking(Question<T> question) throws SQLException {
        if (watcher.isPresent()) {
            return question.ask(watcher.get());
        }
        try (var connection = connect(database)) {
            escort.join(connection);
            try {
                return question.ask(connection);
            } finally {
                escort.leave();
            }
        }
    }

    /// SQLite counts, to the eyes of each connection, what others have committed.
    private long changes() throws SQLException {
        if (watcher.isEmpty()) {
            return 0;
        }
        try (var statement = watcher.get().createStatement();
                var row = statement.executeQuery("PRAGMA data_version")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /// What became of a transaction that was to be rolled back, if that isn't what became of it. A server whose connection
    /// broke takes a moment to notice.
    private Optional<String> fate(long transaction) throws SQLException {
        return asking(connection -> {
            var status = status(transaction, connection);
            for (int looks = 0; status.equals(UNDERWAY) && looks < LOOKS; looks++) {
                pause();
                status = status(transaction, connection);
            }
            return status.equals("aborted")
                    ? Optional.empty()
                    : Optional.of("the transaction of the rehearsal is " + status);
        });
    }

    private static String status(long transaction, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT coalesce(txid_status(?), 'aborted')")) {
            statement.setLong(1, transaction);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.ifPresent(open -> {
            try {
                open.close();
            } catch (SQLException _) {
                // It only looked.
            }
        });
    }
}
