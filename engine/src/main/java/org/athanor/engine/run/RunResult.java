package org.athanor.engine.run;

import java.util.List;

import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.RevisionId;

/// How a run ended. Every ending says what was applied and where the database stands.
public sealed interface RunResult {
    List<Step> applied();

    List<RevisionId> heads();

    record Completed(List<Step> applied, List<RevisionId> heads) implements RunResult {}

    /// Somebody asked to stop: these steps are applied, what was under way is rolled back but for its `leftovers`, the rest
    /// is untouched.
    record Stopped(List<Step> applied, List<RevisionId> heads, List<Step> remaining,
            Leftovers leftovers) implements RunResult {}

    /// A step failed, and its transaction was rolled back with all steps in it; these steps are applied. `leftovers` is what
    /// stays of the failed step.
    record Failed(List<Step> applied, List<RevisionId> heads, Step step, Problem problem,
            Leftovers leftovers) implements RunResult {
        /// The statements of the failed step that stay.
        public List<String> partly() {
            return leftovers.statements();
        }
    }

    /// What stays of a step that didn't come to its end, because it left its transaction on the way: its statements that were
    /// committed, and indexes that were being built (PostgreSQL keeps them, and uses them for nothing).
    record Leftovers(List<String> statements, List<String> invalidIndexes) {
        public static final Leftovers NONE = new Leftovers(List.of(), List.of());

        public Leftovers {
            statements = List.copyOf(statements);
            invalidIndexes = List.copyOf(invalidIndexes);
        }

        public boolean isEmpty() {
            return equals(NONE);
        }
    }
}
