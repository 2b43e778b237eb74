package org.athanor.engine.run;

import java.util.List;

import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.run.RunResult.Leftovers;

/// Carries what went wrong up to the step's transaction.
final class StepFailure extends Exception {
    private static final long serialVersionUID = 1;

    /// What can be done about it: the same may go through later, when others have finished; somebody has to change something
    /// first; somebody wanted it so; or it isn't known what became of the step, and one has to look.
    enum Remedy {
        TRY_AGAIN, MEND, CANCELLED, LOOK
    }

    private final transient Step step;
    private final transient Problem problem;
    private final Remedy remedy;
    private final transient List<String> invalidIndexes;

    private StepFailure(Step step, Problem problem, Remedy remedy, List<String> invalidIndexes) {
        super(problem.message());
        this.step = step;
        this.problem = problem;
        this.remedy = remedy;
        this.invalidIndexes = List.copyOf(invalidIndexes);
    }

    StepFailure(Step step, Problem problem, Remedy remedy) {
        this(step, problem, remedy, List.of());
    }

    /// The same, and these indexes were left half built.
    StepFailure leaving(List<String> indexes) {
        return new StepFailure(step, problem, remedy, indexes);
    }

    Step step() {
        return step;
    }

    Problem problem() {
        return problem;
    }

    Remedy remedy() {
        return remedy;
    }

    List<String> invalidIndexes() {
        return invalidIndexes;
    }

    /// What went wrong, what became of the step, of the `before` steps in its transaction and of those that were `applied`
    /// earlier, and what to do now.
    Problem problemAndAdvice(Leftovers leftovers, int before, int applied) {
        if (remedy == Remedy.LOOK) {
            return new Problem(problem.kind(), problem.place(), problem.message(),
                    "Look at `athanor status` before you run again.");
        }
        var hint = problem.hint() + (problem.hint().isEmpty() ? "" : "\n  ") + undone(leftovers, before, applied)
                + next();
        return new Problem(problem.kind(), problem.place(), problem.message(), hint);
    }

    private static String undone(Leftovers leftovers, int before, int applied) {
        if (before > 0) {
            return "It was rolled back together with the %s before it, which shared its transaction. "
                    .formatted(before == 1 ? "step" : before + " steps");
        }
        var step = leftovers.statements().isEmpty()
                ? "The step was rolled back"
                : "Some of the step's statements could not be rolled back and stay; undo them by hand";
        var broken = leftovers.invalidIndexes().isEmpty()
                ? ""
                : "The index %s is left half built and is used for nothing: drop it with DROP INDEX CONCURRENTLY. "
                        .formatted(String.join(", ", leftovers.invalidIndexes()));
        return step + (applied > 0 ? ". The steps before it stay applied. " : ". ") + broken;
    }

    private String next() {
        if (remedy == Remedy.TRY_AGAIN) {
            return "Run again when the others have finished.";
        }
        return isThereAlready()
                ? "If the database was made in another way, say with `athanor stamp` where it stands; otherwise mend the file and run again."
                : "Mend the file and run again.";
    }

    /// Whether a first revision makes what is there: mostly the database has no version table, and all the rest.
    private boolean isThereAlready() {
        return step.move() == Move.UPGRADE && step.revision().filter(Revision::isBase).isPresent()
                && problem.message().endsWith("already exists");
    }
}
