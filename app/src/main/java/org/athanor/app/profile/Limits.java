package org.athanor.app.profile;

import java.time.Duration;
import java.util.Optional;

import org.athanor.engine.run.Patience;

/// How long a profile's connections and statements may take; nothing where the usual counts.
public record Limits(Optional<Duration> connect, Optional<Duration> lock, Optional<Duration> statement) {
    public static final Limits USUAL = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

    /// What a run says for itself comes first.
    public Patience on(Patience patience) {
        return new Patience(patience.forOtherRuns(), patience.lockTimeout().or(this::lock),
                patience.statementTimeout().or(this::statement), patience.retries());
    }

    /// A time as people write it, and as it is read back.
    public static String text(Duration time) {
        long millis = time.toMillis();
        if (millis == 0) {
            return "0";
        }
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        return millis % 60_000 == 0 ? millis / 60_000 + "min" : millis / 1000 + "s";
    }
}
