package org.athanor.engine.locate;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.problem.Problem;

/// Whether a database is what the revisions make where a stamp would put it: why not, if it isn't, and what else is to be said.
/// `finding` is the evidence, where both could be compared as a whole.
public record StampVerdict(Optional<Problem> objection, List<String> notes, Optional<Finding> finding) {
    public StampVerdict {
        notes = List.copyOf(notes);
    }
}
