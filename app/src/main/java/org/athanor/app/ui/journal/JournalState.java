package org.athanor.app.ui.journal;

import java.util.List;

import org.athanor.app.workspace.RunRecords.Found;
import org.athanor.engine.problem.Problem;

/// How far the reading of the journal is.
public sealed interface JournalState {
    /// It is being read.
    record Reading() implements JournalState {}

    /// These runs fit the filter, out of so many.
    record Shown(List<Found> runs, int outOf) implements JournalState {
        public Shown {
            runs = List.copyOf(runs);
        }
    }

    /// It can't be read, and why.
    record Refused(List<Problem> problems) implements JournalState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
