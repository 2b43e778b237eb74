package org.athanor.app.cli;

import java.time.Duration;
import java.util.Optional;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.run.Patience;
import org.athanor.engine.script.TimeLimits;

/// How long a run waits for others.
final class PatienceOptions {
    private final Given<Optional<Integer>> wait;
    private final Given<Optional<String>> lockTimeout;
    private final Given<Optional<String>> statementTimeout;
    private final Given<Optional<Integer>> retries;

    PatienceOptions(Arguments arguments) {
        wait = arguments.option("--wait SECONDS", Integer.class,
                "How long to wait while another run is under way (10); 0 doesn't wait.");
        lockTimeout = arguments.option("--lock-timeout TIME",
                "How long a statement waits for a lock: 500ms, 5s, 2min; 0 waits for ever. On PostgreSQL 5s, unless the session has a limit of its own.");
        statementTimeout = arguments.option("--statement-timeout TIME",
                "How long a statement may take; 0 is no limit.");
        retries = arguments.option("--retries NUMBER", Integer.class,
                "How often a transaction is tried again that failed because others held a lock (5).");
    }

    Patience patience() {
        return new Patience(wait.get().map(PatienceOptions::notNegative).map(Duration::ofSeconds)
                .orElse(Patience.USUAL.forOtherRuns()), lockTimeout.get().map(PatienceOptions::time),
                statementTimeout.get().map(PatienceOptions::time),
                retries.get().map(PatienceOptions::notNegative).orElse(Patience.USUAL.retries()));
    }

    /// Nobody waits for anybody where only SQL is printed.
    void refuseIfGiven() {
        if (wait.get().isPresent() || lockTimeout.get().isPresent() || statementTimeout.get().isPresent()
                || retries.get().isPresent()) {
            throw new Refusal(ProblemKind.USAGE,
                    "--wait, --lock-timeout, --statement-timeout and --retries are for runs",
                    "Leave them out with --sql. A revision can have limits of its own: `-- +lock_timeout 500ms`.");
        }
    }

    private static int notNegative(int number) {
        if (number < 0) {
            throw new Refusal(ProblemKind.USAGE, "%d is less than nothing".formatted(number),
                    "Give a number from 0 up.");
        }
        return number;
    }

    private static Duration time(String text) {
        return TimeLimits.duration(text).orElseThrow(() -> new Refusal(ProblemKind.USAGE,
                "'%s' is not a time".formatted(text), "Write it as 500ms, 5s, 2min, 1h, or 0 for no limit."));
    }
}
