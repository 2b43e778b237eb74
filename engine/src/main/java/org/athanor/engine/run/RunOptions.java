package org.athanor.engine.run;

import java.time.Duration;
import java.util.Optional;

import org.athanor.engine.guard.Policy;

/// What a caller wishes of a run, beyond its plan: how long it waits, what it may destroy, and why it is right where
/// something speaks against it.
public record RunOptions(Patience patience, Policy policy, Optional<String> reason) {
    public static final RunOptions USUAL = new RunOptions(Patience.USUAL);
    /// For an application that starts: of many instances one works, and the others can't begin before it has ended.
    public static final RunOptions AT_START = new RunOptions(Patience.USUAL.forOtherRuns(Duration.ofMinutes(10)));

    public RunOptions(Patience patience) {
        this(patience, Policy.USUAL, Optional.empty());
    }

    public RunOptions with(Policy other) {
        return new RunOptions(patience, other, reason);
    }

    public RunOptions because(String why) {
        return new RunOptions(patience, policy, Optional.of(why));
    }
}
