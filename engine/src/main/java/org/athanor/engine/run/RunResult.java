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

    /// Somebody asked to stop; the steps before are applied, the rest is untouched.
    record Stopped(List<Step> applied, List<RevisionId> heads, List<Step> remaining) implements RunResult {}

    /// A step failed and was rolled back; the steps before are applied. `partly` holds statements of the failed step
    /// that stay: those outside of a transaction, and what had to be committed before them.
    record Failed(List<Step> applied, List<RevisionId> heads, Step step, Problem problem,
            List<String> partly) implements RunResult {}
}
