package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.athanor.engine.database.Database;
import org.athanor.engine.problem.Refusal;

/// Looks at the statement under way from a thread of its own: on PostgreSQL it asks on another connection whom the
/// statement waits for; on SQLite, which has no time limit of its own, it cancels what takes too long.
final class Watch implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration FIRST_LOOK = Duration.ofMillis(200);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);
    /// After so long the same blockers are told again.
    private static final Duration REMINDER = Duration.ofSeconds(10);

    private final Database database;
    private final long pid;
    private final BiConsumer<List<Blocker>, Duration> tell;
    private final Thread thread = Thread.ofPlatform().daemon().name("athanor-watch").unstarted(this::watch);
    private Optional<Underway> underway = Optional.empty();
    private List<Blocker> blockers = List.of();
    private long told;
    private boolean cancelled;
    private boolean closed;

    private record Underway(Statement statement, Optional<Duration> limit, long started) {
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }

    /// `pid` is the process on the server that is looked at; nobody is where the product has none.
    Watch(Database database, long pid, BiConsumer<List<Blocker>, Duration> tell) {
        this.database = database;
        this.pid = pid;
        this.tell = tell;
    }

    void start() {
        thread.start();
    }

    synchronized void began(Statement statement, Optional<Duration> limit) {
        underway = Optional.of(new Underway(statement, limit, System.nanoTime()));
        blockers = List.of();
        cancelled = false;
    }

    synchronized void ended() {
        underway = Optional.empty();
    }

    /// It went well, so whom it waited for is of no interest any more.
    synchronized void succeeded() {
        blockers = List.of();
        cancelled = false;
    }

    /// Whom the last statement waited for, when they were last looked at.
    synchronized List<Blocker> blockers() {
        return blockers;
    }

    /// Whether the last statement was cancelled because it took too long.
    synchronized boolean tookTooLong() {
        return cancelled;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        thread.interrupt();
    }

    private void watch() {
        try (var ears = new Ears()) {
            while (isOpen()) {
                Thread.sleep(PACE);
                var now = current();
                if (now.isPresent()) {
                    look(now.get(), ears);
                }
            }
        } catch (InterruptedException _) {
            // The run is over.
        } catch (SQLException | Refusal _) {
            // Without a second connection nobody can be asked; the run itself goes on.
        }
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    private synchronized Optional<Underway> current() {
        return underway;
    }

    private void look(Underway now, Ears ears) throws SQLException {
        switch (database.dialect().product()) {
            case SQLITE -> cancelIfTooLong(now);
            case POSTGRESQL -> {
                if (now.age().compareTo(FIRST_LOOK) >= 0 && System.nanoTime() >= ears.nextLook) {
                    hear(now, ears.blockers());
                }
            }
        }
    }

    private synchronized void cancelIfTooLong(Underway now) throws SQLException {
        if (isUnderway(now) && now.limit().filter(limit -> now.age().compareTo(limit) > 0).isPresent()) {
            cancelled = true;
            now.statement().cancel();
        }
    }

    /// Told while the statement can't end, so that no other event comes between.
    private synchronized void hear(Underway now, List<Blocker> found) {
        if (!isUnderway(now) || found.isEmpty()) {
            return;
        }
        boolean news = !pids(found).equals(pids(blockers)) || System.nanoTime() - told > REMINDER.toNanos();
        blockers = found;
        if (news) {
            told = System.nanoTime();
            tell.accept(found, now.age());
        }
    }

    private static List<Long> pids(List<Blocker> blockers) {
        return blockers.stream().map(Blocker::pid).toList();
    }

    @SuppressWarnings("ReferenceEquality") // Each sending is its own.
    private boolean isUnderway(Underway now) {
        return underway.filter(u -> u == now).isPresent();
    }

    /// The second connection, made when it is first needed.
    private final class Ears implements AutoCloseable {
        private Optional<Connection> connection = Optional.empty();
        private long nextLook = System.nanoTime();

        List<Blocker> blockers() throws SQLException {
            nextLook = System.nanoTime() + NEXT_LOOK.toNanos();
            if (connection.isEmpty()) {
                var made = database.connect();
                connection = Optional.of(made);
                made.setAutoCommit(true);
            }
            return Blocker.of(pid, connection.get());
        }

        @Override
        public void close() throws SQLException {
            if (connection.isPresent()) {
                connection.get().close();
            }
        }
    }
}
