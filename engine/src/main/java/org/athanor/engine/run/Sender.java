package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.SessionName;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.StepFailure.Remedy;
import org.athanor.engine.script.Answer;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;
import org.athanor.engine.sql.StatementScanner.UnclosedText;

/// Sends a run's statements on its connection, one after the other: told before and after, watched while they take, and
/// cancelled if somebody asks for it.
final class Sender implements AutoCloseable {
    private static final Set<String> CHANGES_ROWS = Set.of("INSERT", "REPLACE", "UPDATE", "DELETE", "WITH");

    private final Connection connection;
    private final Database database;
    private final RunLock lock;
    private final RunListener listener;
    private final Stop stop;
    private final Optional<SessionName> name;
    private final TimeSettings times;
    private final long backend;
    private final Watch watch;
    private final Diagnosis diagnosis;
    private final StatementScanner scanner;
    private final Transaction transaction;
    private long began;
    private Optional<Step> step = Optional.empty();
    private Optional<Statement> underway = Optional.empty();
    private Optional<RuntimeException> deaf = Optional.empty();

    /// A sender on a connection of its own.
    static Sender open(Database database, RunLock lock, Patience patience, RunListener listener, Stop stop)
            throws SQLException {
        var connection = database.connect();
        try {
            return new Sender(connection, database, lock, patience, listener, stop);
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    private Sender(Connection connection, Database database, RunLock lock, Patience patience, RunListener listener,
            Stop stop)
            throws SQLException {
        this.connection = connection;
        this.database = database;
        this.lock = lock;
        this.listener = listener;
        this.stop = stop;
        this.scanner = new StatementScanner(database.dialect().syntax());
        connection.setAutoCommit(true);
        this.name = product() == Product.POSTGRESQL ? Optional.of(SessionName.give(connection)) : Optional.empty();
        lock.accompany(connection);
        this.times = TimeSettings.of(connection, product(), patience);
        this.backend = askForBackend();
        this.watch = new Watch(database, backend, this::tellBlocked);
        this.diagnosis = new Diagnosis(database, watch, times, stop);
        this.transaction = new Transaction(connection, product());
        watch.start();
    }

    private long askForBackend() throws SQLException {
        if (product() == Product.SQLITE) {
            return 0;
        }
        try (var question = connection.createStatement();
                var row = question.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    Connection connection() {
        return connection;
    }

    /// The process on the server that works for this connection; 0 where there is none.
    long backend() {
        return backend;
    }

    /// Tells the listener, on the run's thread.
    void tell(RunEvent event) {
        rethrowWhatTheListenerThrew();
        listener.on(event);
    }

    /// It threw on the watch's thread, and that ended the statement.
    void rethrowWhatTheListenerThrew() {
        if (deaf.isPresent()) {
            throw deaf.get();
        }
    }

    /// On the watch's thread, while the run's thread waits. A listener that throws stops the run before its next words.
    private void tellBlocked(List<Blocker> blockers, Duration waited) {
        if (step.isPresent() && underway.isPresent() && deaf.isEmpty()) {
            try {
                listener.on(new RunEvent.Blocked(step.get(), underway.get(), blockers, waited));
            } catch (RuntimeException e) {
                deaf = Optional.of(e);
                stop.now();
            }
        }
    }

    /// What is taken from the driver once a statement is executed.
    @FunctionalInterface
    interface Reply {
        Answer read(java.sql.Statement executed) throws SQLException;
    }

    /// Sends a statement inside the transaction, or outside if none is open; how many rows the database counted.
    long send(Step of, Statement statement) throws StepFailure {
        try {
            return count(ask(of, statement, jdbc -> new Answer.Count(rows(jdbc))));
        } catch (SQLException e) {
            throw failure(of, statement, e);
        }
    }

    /// The same for whoever wants to know what the database answers, and what it refuses.
    Answer ask(Step of, Statement statement, Reply reply) throws SQLException {
        tell(new RunEvent.StatementStarted(of, statement));
        long started = System.nanoTime();
        makeReady(of, statement);
        long rows = 0;
        Answer answer = new Answer.Count(0);
        for (var text : texts(statement)) {
            answer = execute(of, text, reply);
            rows += changesRows(text) ? count(answer) : 0;
        }
        tell(new RunEvent.StatementFinished(of, statement, rows, Duration.ofNanos(System.nanoTime() - started)));
        return answer instanceof Answer.Count ? new Answer.Count(rows) : answer;
    }

    /// The time limits of the statement's step are set, and its transaction is open.
    private void makeReady(Step of, Statement statement) throws SQLException {
        step = Optional.of(of);
        underway = Optional.of(statement);
        if (statement.transactional()) {
            times.inTransaction(of.script().limits());
            transaction.begin();
        } else {
            times.outside(of.script().limits(), isConcurrent(statement));
        }
    }

    /// Sends words of our own that go before a statement of the step, under the same limits; nobody is told of them.
    void prepare(Step of, Statement statement, List<String> words) throws StepFailure {
        try {
            makeReady(of, statement);
            for (var text : words) {
                execute(of, text, _ -> new Answer.Count(0));
            }
        } catch (SQLException e) {
            throw failure(of, statement, e);
        }
    }

    /// Sends a statement that changes one row of the version table.
    void sendForOneRow(Step of, Statement statement) throws StepFailure {
        if (send(of, statement) != 1) {
            throw new StepFailure(of, Problem.of(ProblemKind.VERSION_ROWS_CHANGED,
                    "The version table did not hold the expected row: " + statement,
                    "Somebody else ran a migration meanwhile."), Remedy.MEND);
        }
    }

    /// SQLite counts the rows of its own tables, too, when it makes or drops something.
    private boolean changesRows(String text) {
        return product() != Product.SQLITE || CHANGES_ROWS.contains(scanner.leadingWords(text, 1).stream().findFirst()
                .orElse(""));
    }

    private static long count(Answer answer) {
        return switch (answer) {
            case Answer.Count(var rows) -> rows;
            case Answer.Rows _ -> 0;
        };
    }

    /// Sends it outside of a transaction; none may be open.
    void sendAlone(Step of, Statement statement) throws SQLException, StepFailure {
        transaction.suspend();
        try {
            send(of, statement);
        } finally {
            transaction.resume();
        }
    }

    /// The same for whoever wants to know what the database answers.
    Answer askAlone(Step of, Statement statement, Reply reply) throws SQLException {
        transaction.suspend();
        try {
            return ask(of, statement, reply);
        } finally {
            transaction.resume();
        }
    }

    /// SQLite's driver takes one statement at a time and leaves out what follows; PostgreSQL's takes all.
    private List<String> texts(Statement statement) {
        if (product() != Product.SQLITE || !statement.text().contains(";")) {
            return List.of(statement.text());
        }
        try {
            return scanner.scan(statement.text(), 0).stream().map(Statement::text).toList();
        } catch (UnclosedText _) {
            return List.of(statement.text()); // The database says best what is wrong with it.
        }
    }

    private Answer execute(Step of, String text, Reply reply) throws SQLException {
        try (var jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            began = System.nanoTime();
            stop.began(jdbc);
            watch.began(jdbc, times.watchedLimit(of.script().limits()));
            try {
                jdbc.execute(text);
            } finally {
                watch.ended();
                stop.ended();
            }
            watch.succeeded();
            return reply.read(jdbc);
        }
    }

    /// The rows of all statements in the text.
    private long rows(java.sql.Statement jdbc) throws SQLException {
        long rows = Math.max(0, jdbc.getUpdateCount());
        if (product() == Product.POSTGRESQL) {
            while (jdbc.getMoreResults() || jdbc.getUpdateCount() != -1) {
                rows += Math.max(0, jdbc.getUpdateCount());
            }
        }
        return rows;
    }

    /// Whether it waits for others without keeping them out.
    boolean isConcurrent(Statement statement) {
        return scanner.words(statement.text()).contains("CONCURRENTLY");
    }

    /// Whether nothing of a statement stays when it fails, though it runs outside of a transaction.
    boolean isWhole(Statement statement) {
        return product() == Product.POSTGRESQL
                ? !isConcurrent(statement)
                : texts(statement).size() == 1;
    }

    void commit() throws SQLException {
        began = System.nanoTime();
        transaction.commit();
        times.transactionEnded();
    }

    /// What the database did by itself, if the connection is gone.
    void rollback() {
        transaction.rollback();
        times.transactionEnded();
    }

    private Product product() {
        return database.dialect().product();
    }

    StepFailure failure(Step of, Statement statement, SQLException e) {
        return diagnosis.of(of, statement, statement.transactional() || isWhole(statement), e, age());
    }

    StepFailure failure(Step of, SQLException e) {
        return diagnosis.of(of, e, age());
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// The code of what the database refused last.
    Optional<String> lastState() {
        return diagnosis.lastState();
    }

    @Override
    public void close() {
        watch.close();
        try {
            rollback();
            transaction.suspend();
            times.restore();
            if (name.isPresent()) {
                name.get().takeBack();
            }
            lock.leave(connection);
            connection.close();
        } catch (SQLException _) {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // What was run stays run, however the connection ends.
        }
    }
}
