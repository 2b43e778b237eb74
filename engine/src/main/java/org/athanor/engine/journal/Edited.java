package org.athanor.engine.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;

/// A revision whose file was edited after it had been applied: when and by which run, and the difference as unified lines
/// unless its text was too long to be kept.
public record Edited(Revision revision, Instant applied, String run, Optional<List<String>> difference) {
    public Edited {
        difference = difference.map(List::copyOf);
    }

    /// A warning: it stops nothing.
    public Problem problem() {
        return Problem.at(revision.path(), 0, ProblemKind.EDITED,
                "%s was edited after it had been applied (%s, run %s)".formatted(revision,
                        applied.truncatedTo(ChronoUnit.SECONDS), run),
                "This database has what it said then, others get what it says now. "
                        + "Take the edit back, or put the change into a new revision.");
    }
}
