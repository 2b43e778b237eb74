package org.athanor.engine.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Waits for the run lock: two runs never meet.
final class Turn {
    private static final Duration PACE = Duration.ofMillis(200);
    /// After so long the same holder is told again.
    private static final Duration REMINDER = Duration.ofSeconds(5);

    private Turn() {}

    /// True when the lock is ours, false if somebody asked to stop while we waited. Who waits longer than the patience
    /// allows is refused.
    static boolean await(RunLock lock, Database database, Duration patience, RunListener listener, Stop stop) {
        long started = System.nanoTime();
        long toldAt = Long.MIN_VALUE;
        while (!stop.isRequested()) {
            var holder = take(lock, database);
            if (holder.isEmpty()) {
                return true;
            }
            var waited = Duration.ofNanos(System.nanoTime() - started);
            if (waited.compareTo(patience) >= 0) {
                throw refusal(holder.get(), database, waited);
            }
            if (waited.toNanos() >= toldAt) {
                listener.on(new RunEvent.Waiting(holder.get(), waited));
                toldAt = waited.plus(REMINDER).toNanos();
            }
            Pauses.sleep(PACE, stop);
        }
        return false;
    }

    private static Optional<RunLock.Holder> take(RunLock lock, Database database) {
        try {
            return lock.take();
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        }
    }

    private static Refusal refusal(RunLock.Holder holder, Database database, Duration waited) {
        return new Refusal(ProblemKind.RUN_UNDER_WAY, "Another run is under way on %s: %s"
                .formatted(database.name(), holder),
                "It was waited for %d s; nothing was changed. Wait longer with --wait SECONDS, or look what that program does."
                        .formatted(waited.toSeconds()));
    }
}
