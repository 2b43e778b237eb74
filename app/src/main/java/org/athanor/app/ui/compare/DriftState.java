package org.athanor.app.ui.compare;

import java.util.List;

import org.athanor.engine.problem.Problem;

/// What is known of the drift of a database: what it has against what its own revisions make.
public sealed interface DriftState {
    /// Nothing is to be said: there is no database, or nothing was applied to it.
    record Silent() implements DriftState {}

    /// It costs something to look, so somebody has to ask for it.
    record Unasked() implements DriftState {}

    record Looking() implements DriftState {}

    record Found(CompareState.Done done) implements DriftState {
        public int differences() {
            return done.compared().comparison().differences().size();
        }
    }

    record Unknown(List<Problem> problems) implements DriftState {
        public Unknown {
            problems = List.copyOf(problems);
        }
    }
}
