package org.athanor.engine.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// How a run is asked to stop, from any thread: after the statement under way, or at once.
public final class Stop {
    private final BooleanSupplier asked;
    private boolean requested;
    private Optional<Statement> running = Optional.empty();

    /// Nobody has asked yet.
    public Stop() {
        this(() -> false);
    }

    private Stop(BooleanSupplier asked) {
        this.asked = asked;
    }

    /// Stops after the statement under way, once this is true.
    public static Stop when(BooleanSupplier asked) {
        return new Stop(asked);
    }

    /// The statement under way is finished, and nothing more is sent.
    public synchronized void afterThisStatement() {
        requested = true;
    }

    /// The statement under way is cancelled, as far as the database can.
    public synchronized void now() {
        requested = true;
        running.ifPresent(Stop::cancel);
    }

    public synchronized boolean isRequested() {
        return requested || asked.getAsBoolean();
    }

    void endIfRequested() throws StopAsked {
        if (isRequested()) {
            throw new StopAsked();
        }
    }

    /// From here on the statement can be cancelled, until `ended`.
    synchronized void began(Statement statement) {
        running = Optional.of(statement);
    }

    synchronized void ended() {
        running = Optional.empty();
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException _) {
            // It can't be cancelled (any more): the run stops when it has ended.
        }
    }
}
