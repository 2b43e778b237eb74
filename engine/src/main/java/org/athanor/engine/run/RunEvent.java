package org.athanor.engine.run;

import java.time.Duration;
import java.util.List;

import org.athanor.engine.database.RunLock;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Statement;

/// What a run tells while it goes on. Steps are counted from 1.
///
/// A step's statements and its end are told as they happen; that they stay is told by `Committed`. Only what runs outside
/// of a transaction stays as soon as it is finished.
public sealed interface RunEvent {
    /// A run that plans for itself has made its plan, or made it again because the database moved while it waited.
    record Planned(Plan plan) implements RunEvent {}

    /// A stamp was compared with the database, and nothing speaks against it. `notes` say what wasn't compared, or didn't count.
    record Examined(List<String> notes) implements RunEvent {
        public Examined {
            notes = List.copyOf(notes);
        }
    }

    /// Another run is under way, and this one waits for it; told again from time to time.
    record Waiting(RunLock.Holder holder, Duration waited) implements RunEvent {}

    record Started(Plan plan, RunOptions options) implements RunEvent {}

    record StepStarted(int number, int of, Step step) implements RunEvent {}

    record StatementStarted(Step step, Statement statement) implements RunEvent {}

    /// The statement waits for others. It is told while the run's own thread waits, from another thread, but never together
    /// with another event.
    record Blocked(Step step, Statement statement, List<Blocker> blockers, Duration waited) implements RunEvent {
        public Blocked {
            blockers = List.copyOf(blockers);
        }
    }

    /// `rows` is what the database counted, 0 where it doesn't count.
    record StatementFinished(Step step, Statement statement, long rows, Duration took) implements RunEvent {}

    /// A rehearsal names this statement and doesn't send it.
    record LeftOut(Step step, Statement statement, String reason) implements RunEvent {}

    record StepFinished(int number, int of, Step step, Duration took) implements RunEvent {}

    /// All that was told so far stays. These are the steps that this made sure of, with their version rows; there are none
    /// if a step is committed on its way.
    record Committed(List<Step> steps, List<RevisionId> heads) implements RunEvent {
        public Committed {
            steps = List.copyOf(steps);
            heads = List.copyOf(heads);
        }
    }

    /// A transaction failed because of others, was rolled back, and is tried again after a pause: its steps are told
    /// anew. `retry` is counted from 1.
    record TryingAgain(Step step, Problem problem, int retry, int of, Duration pause) implements RunEvent {}

    record Finished(RunResult result) implements RunEvent {}
}
