package org.athanor.engine.plan;

import java.util.List;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Statement;

/// Everything that a run will do, in order: the preview prints it, the runner runs it.
///
/// `setup` makes the version table where there is none yet; `from` and `to` are its rows before and after.
/// A step that leaves its transaction on the way is committed when it ends, also where one transaction goes around all.
public record Plan(Move move, Dialect dialect, List<RevisionId> from, List<RevisionId> to,
        List<Statement> setup, List<Step> steps, Transactions transactions) {
    public Plan {
        from = List.copyOf(from);
        to = List.copyOf(to);
        setup = List.copyOf(setup);
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    public boolean isRunnable() {
        return obstacles().isEmpty();
    }

    /// Why the plan can't be run: one problem for each step that can't.
    public List<Problem> obstacles() {
        return steps.stream().flatMap(step -> step.obstacle().stream()).toList();
    }

    public void refuseUnlessRunnable() {
        if (!isRunnable()) {
            throw new Refusal(obstacles());
        }
    }

    /// What its steps may do to the database, as it was judged when the plan was made.
    public List<Hazard> hazards() {
        return steps.stream().flatMap(step -> step.hazards().stream()).toList();
    }

    public int statementCount() {
        return steps.stream().mapToInt(step -> step.statements().size()).sum();
    }
}
