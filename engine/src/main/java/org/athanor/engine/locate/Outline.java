package org.athanor.engine.locate;

import java.util.BitSet;
import java.util.Optional;

import org.athanor.engine.problem.Problem;

/// What the scripts alone say against a database standing at a place: how many tables, columns and indexes that it should have
/// are missing or too many, and which of its tables are accounted for. What they leave in doubt is not held against it.
/// `obstacle` is why the way to the place can't be gone, if it can't.
record Outline(Place place, int against, BitSet accounted, Optional<Problem> obstacle) {
    /// The same when it is known which of the database's tables revisions make at all.
    int against(BitSet made) {
        var extra = (BitSet) made.clone();
        extra.andNot(accounted);
        return against + extra.cardinality();
    }
}
