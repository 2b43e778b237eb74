package org.athanor.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.athanor.engine.run.Stop;

/// Ctrl+C, or any polite wish that the program may end, while a run is under way: the statement is cancelled, what isn't
/// committed is rolled back, and the program ends when it has said what was applied.
final class Interruption implements AutoCloseable {
    /// A database that doesn't answer holds nobody up for longer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Output output;
    private final Stop stop = new Stop();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "athanor-interruption");

    Interruption(Output output) {
        this.output = output;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Stop stop() {
        return stop;
    }

    private void interrupted() {
        output.message("Stopping …");
        stop.now();
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                output.message("The database doesn't answer. What wasn't committed it rolls back by itself.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// All is said.
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The program is ending just now.
        }
    }
}
