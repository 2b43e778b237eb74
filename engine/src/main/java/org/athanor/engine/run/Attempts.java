package org.athanor.engine.run;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

import org.athanor.engine.run.StepFailure.Remedy;

/// Tries a transaction again, after a pause, for as long as nothing but others stood in its way. Between two attempts nothing
/// is open.
final class Attempts {
    private final Sender sender;
    private final Stop stop;
    private final Patience patience;

    /// One attempt; what it did is rolled back when it throws.
    @FunctionalInterface
    interface Attempt {
        void go() throws StopAsked, StepFailure;
    }

    /// How it came to an end: it went through, somebody asked to stop, or it failed for good.
    sealed interface Outcome {
        record Through() implements Outcome {}

        record Stopped() implements Outcome {}

        record Failed(StepFailure failure) implements Outcome {}
    }

    Attempts(Sender sender, Stop stop, Patience patience) {
        this.sender = sender;
        this.stop = stop;
        this.patience = patience;
    }

    Outcome at(Attempt attempt, Predicate<StepFailure> canBeginAgain) {
        for (int retry = 1;; retry++) {
            try {
                attempt.go();
                return new Outcome.Through();
            } catch (StopAsked _) {
                return new Outcome.Stopped();
            } catch (StepFailure failure) {
                boolean tryAgain = failure.remedy() == Remedy.TRY_AGAIN;
                if (failure.remedy() == Remedy.CANCELLED || tryAgain && stop.isRequested()) {
                    return new Outcome.Stopped();
                }
                if (!tryAgain || retry > patience.retries() || !canBeginAgain.test(failure)) {
                    return new Outcome.Failed(failure);
                }
                pause(failure, retry);
            }
        }
    }

    private void pause(StepFailure failure, int retry) {
        var pause = patience.pauseBefore(retry, ThreadLocalRandom.current());
        sender.tell(new RunEvent.TryingAgain(failure.step(), failure.problem(), retry, patience.retries(), pause));
        Pauses.sleep(pause, stop);
    }
}
