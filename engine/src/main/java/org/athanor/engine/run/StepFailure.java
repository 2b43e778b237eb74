package org.athanor.engine.run;

import java.util.List;
import java.util.stream.Collectors;

import org.athanor.engine.database.ConcurrentIndex;
import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.run.RunResult.Leftovers;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Secrets;

/// Carries what went wrong up to the step's transaction.
final class StepFailure extends Exception {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 5;
    private static final int WIDTH = 90;

    /// What can be done about it: the same may go through a little later, when others have finished; a person may run it again,
    /// after reading why it was ended; somebody has to change something first; somebody wanted it so; or it isn't known
    /// what became of the step, and one has to look.
    enum Remedy {
        TRY_AGAIN, RUN_AGAIN, MEND, CANCELLED, LOOK
    }

    private final transient Step step;
    private final transient Problem problem;
    private final Remedy remedy;

    StepFailure(Step step, Problem problem, Remedy remedy) {
        super(problem.message());
        this.step = step;
        this.problem = problem;
        this.remedy = remedy;
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

    /// What went wrong, what became of the step, of the `before` steps in its transaction and of those that were `applied`
    /// earlier, and what to do now.
    Problem problemAndAdvice(Leftovers leftovers, int before, int applied) {
        if (remedy == Remedy.LOOK) {
            return new Problem(problem.kind(), problem.place(), problem.message(),
                    said() + halfBuilt(leftovers) + "Look at `athanor status` before you run again.");
        }
        var hint = said() + undone(leftovers, before, applied) + next(leftovers);
        return new Problem(problem.kind(), problem.place(), problem.message(), hint);
    }

    private String said() {
        return problem.hint() + (problem.hint().isEmpty() ? "" : "\n  ");
    }

    private String undone(Leftovers leftovers, int before, int applied) {
        if (before > 0) {
            return "It was rolled back together with the %s before it, which shared its transaction. "
                    .formatted(before == 1 ? "step" : before + " steps");
        }
        var step = leftovers.statements().isEmpty()
                ? "The step was rolled back"
                : "Some of the step's statements could not be rolled back and stay" + listed(leftovers.statements())
                        + "\n  Undo them by hand, or see that the step can run once more over them (IF NOT EXISTS)";
        return step + (applied > 0 ? ". The steps before it stay applied. " : ". ") + halfBuilt(leftovers);
    }

    /// Each in a line of its own; the journal has all of them, and whole.
    private static String listed(List<String> statements) {
        var shown = statements.stream().limit(SHOWN).map(s -> "\n    " + shortened(Secrets.blank(s)));
        var more = statements.size() > SHOWN
                ? "\n    and %d more: `athanor journal` has them".formatted(statements.size() - SHOWN)
                : "";
        return shown.collect(Collectors.joining("", ":", more));
    }

    private static String shortened(String statement) {
        var line = statement.replaceAll("\\s+", " ");
        return line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line;
    }

    private String halfBuilt(Leftovers leftovers) {
        return leftovers.invalidIndexes().stream().map(this::halfBuilt).collect(Collectors.joining());
    }

    private String halfBuilt(String index) {
        var state = "The index %s is left half built and is used for nothing: ".formatted(index);
        return state + (isBuiltAnew(index)
                ? "the next run drops it (DROP INDEX CONCURRENTLY %s) before it builds it anew. "
                : "remove it with `DROP INDEX CONCURRENTLY %s;`. ").formatted(index);
    }

    private boolean isBuiltAnew(String index) {
        return step.script() instanceof Script.Static(var statements, _) && statements.stream()
                .flatMap(s -> ConcurrentIndex.of(s, step.dialect()).stream()).anyMatch(built -> built.isCalled(index));
    }

    private String next(Leftovers leftovers) {
        if (remedy == Remedy.TRY_AGAIN) {
            return "Run again when the others have finished.";
        }
        if (remedy == Remedy.RUN_AGAIN) {
            return "Run again when that is settled.";
        }
        if (!leftovers.invalidIndexes().isEmpty()) {
            return "Mend the rows or the file, and run again.";
        }
        return isThereAlready()
                ? "If the database was made in another way, `athanor locate` finds out where it stands, and `athanor stamp` writes"
                        + " that down; otherwise mend the file and run again."
                : "Mend the file and run again.";
    }

    /// Whether a first revision makes what is there: mostly the database has no version table, and all the rest.
    private boolean isThereAlready() {
        return step.move() == Move.UPGRADE && step.revision().filter(Revision::isBase).isPresent()
                && problem.message().endsWith("already exists");
    }
}
