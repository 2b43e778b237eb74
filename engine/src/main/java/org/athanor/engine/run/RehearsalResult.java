package org.athanor.engine.run;

import java.util.List;

import org.athanor.engine.database.BeforeAndAfter.Comparison;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;

/// What a rehearsal found out: how it ended, each step of the plan, whether the database is as it was, and what a person should
/// know besides.
public record RehearsalResult(Plan plan, Ending ending, List<RehearsedStep> steps, Comparison comparison,
        List<String> notes) {
    public RehearsalResult {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /// How a rehearsal ended; the database was rolled back in any case.
    public sealed interface Ending {
        /// The end of the plan was reached.
        record Completed() implements Ending {}

        /// A run would fail here, too.
        record Failed(Step step, Problem problem) implements Ending {}

        /// It failed here, but that may be because it was a rehearsal: something before was left out, or steps shared a
        /// transaction that have one each in a run.
        record Undecided(Step step, Problem problem) implements Ending {}

        /// Somebody asked to stop.
        record Stopped() implements Ending {}
    }

    public boolean isCompleted() {
        return ending instanceof Ending.Completed;
    }

    /// Whether the end was reached and nothing was left out.
    public boolean isWhole() {
        return isCompleted() && leftOut().isEmpty();
    }

    public List<RehearsedStatement.LeftOut> leftOut() {
        return steps.stream().flatMap(step -> step.leftOut().stream()).toList();
    }
}
