package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.Escort;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.script.TimeLimits;

/// Lets questions about a PostgreSQL database wait for locks no longer than a run's statements do: whoever is in the way is
/// told, and somebody who asks to stop needn't wait.
final class LockEscort implements Escort {
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration FIRST_LOOK = Duration.ofMillis(200);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

    private final Database database;
    private final Patience patience;
    private final Stop stop;
    private final BiConsumer<List<Blocker>, Duration> tell;
    private Optional<TimeSettings> times = Optional.empty();
    private Optional<Thread> watch = Optional.empty();
    private volatile List<Blocker> blockers = List.of();

    LockEscort(Database database, Patience patience, Stop stop, BiConsumer<List<Blocker>, Duration> tell) {
        this.database = database;
        this.patience = patience;
        this.stop = stop;
        this.tell = tell;
    }

    /// How long a statement may take is meant for the revisions' own.
    @Override
    public void join(Connection connection) throws SQLException {
        blockers = List.of();
        if (database.dialect().product() == Product.SQLITE) {
            return;
        }
        var settings = TimeSettings.of(connection, Product.POSTGRESQL, new Patience(patience.forOtherRuns(),
                patience.lockTimeout(), Optional.empty(), 0));
        times = Optional.of(settings);
        settings.outside(TimeLimits.NONE, false);
        int pid = pid(connection);
        watch = Optional.of(Thread.ofPlatform().daemon().name("athanor-escort").start(() -> watch(pid)));
    }

    private static int pid(Connection connection) throws SQLException {
        try (var question = connection.createStatement();
                var row = question.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void leave() {
        watch.ifPresent(LockEscort::end);
        watch = Optional.empty();
        try {
            if (times.isPresent()) {
                times.get().restore();
            }
        } catch (SQLException _) {
            // The connection is gone, and its settings with it.
        }
        times = Optional.empty();
    }

    /// It mustn't cancel what its connection does next.
    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(int pid) {
        long started = System.nanoTime();
        try {
            Thread.sleep(FIRST_LOOK);
            try (var ears = database.connect()) {
                ears.setAutoCommit(true);
                long nextLook = System.nanoTime();
                while (true) {
                    if (stop.isRequested() || System.nanoTime() >= nextLook) {
                        nextLook = System.nanoTime() + NEXT_LOOK.toNanos();
                        look(pid, ears, Duration.ofNanos(System.nanoTime() - started));
                    }
                    Thread.sleep(PACE);
                }
            }
        } catch (InterruptedException _) {
            // All is answered.
        } catch (SQLException | Refusal _) {
            // Without a second connection nobody can be asked; the questions end by their time limit.
        }
    }

    private void look(int pid, Connection ears, Duration waited) throws SQLException {
        var found = Blocker.of(pid, ears);
        if (found.isEmpty()) {
            return;
        }
        boolean news = blockers.isEmpty();
        blockers = found;
        if (stop.isRequested()) {
            try (var cancel = ears.prepareStatement("SELECT pg_cancel_backend(?)")) {
                cancel.setInt(1, pid);
                cancel.execute();
            }
        } else if (news) {
            tell.accept(found, waited);
        }
    }

    @Override
    public Problem explain(SQLException failure) {
        var problem = SqlFailure.explain(failure, database.name());
        if (blockers.isEmpty()) {
            return problem;
        }
        var waitedFor = blockers.stream().map(b -> "It waited for " + b).collect(Collectors.joining("\n  "));
        return new Problem(problem.kind(), problem.place(), problem.message(), waitedFor + "\n  " + problem.hint());
    }
}
