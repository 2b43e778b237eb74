package org.athanor.engine.run;

import java.time.Duration;

/// Waiting that ends early when somebody asks the run to stop.
final class Pauses {
    private static final Duration LOOK = Duration.ofMillis(50);

    private Pauses() {}

    static void sleep(Duration pause, Stop stop) {
        long end = System.nanoTime() + pause.toNanos();
        while (!stop.isRequested() && System.nanoTime() < end) {
            try {
                Thread.sleep(Duration.ofNanos(Math.min(LOOK.toNanos(), Math.max(1, end - System.nanoTime()))));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                stop.afterThisStatement();
            }
        }
    }
}
