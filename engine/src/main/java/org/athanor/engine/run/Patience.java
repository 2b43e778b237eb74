package org.athanor.engine.run;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long a run waits for others, and how often it tries again.
///
/// `forOtherRuns` is how long it waits while another run is under way. `lockTimeout` is how long a statement waits for a
/// lock; without one a session's own setting counts, or else `USUAL_LOCK_TIMEOUT`. `statementTimeout` is how long a
/// statement may take. Zero is no limit. `retries` is how often a transaction that failed because of others is tried
/// again.
public record Patience(Duration forOtherRuns, Optional<Duration> lockTimeout, Optional<Duration> statementTimeout,
        int retries) {
    /// Who waits for a table's lock makes everybody wait who comes later, readers too; so it isn't for long.
    public static final Duration USUAL_LOCK_TIMEOUT = Duration.ofSeconds(5);
    public static final Patience USUAL = new Patience(Duration.ofSeconds(10), Optional.empty(), Optional.empty(), 5);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    public Patience {
        if (forOtherRuns.isNegative() || lockTimeout.filter(Duration::isNegative).isPresent()
                || statementTimeout.filter(Duration::isNegative).isPresent() || retries < 0) {
            throw new IllegalArgumentException("Nobody waits for less than no time");
        }
    }

    /// The same, waiting so long while another run is under way.
    public Patience forOtherRuns(Duration other) {
        return new Patience(other, lockTimeout, statementTimeout, retries);
    }

    /// The pause before a try: twice as long each time, and never quite as long as another run's.
    Duration pauseBefore(int retry, RandomGenerator random) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(retry - 1, 10));
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
