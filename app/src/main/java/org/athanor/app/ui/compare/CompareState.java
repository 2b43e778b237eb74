package org.athanor.app.ui.compare;

import java.util.List;

import org.athanor.app.workspace.Compared;
import org.athanor.engine.problem.Problem;

/// How far a comparison is.
public sealed interface CompareState {
    /// Two schemas are to be chosen.
    record Choosing() implements CompareState {}

    /// It goes on; `step` of so many revisions is carried out in a scratch database, 0 if none is.
    record Running(int step, int of) implements CompareState {}

    record Done(Compared compared) implements CompareState {}

    /// Somebody has given it up.
    record Cancelled() implements CompareState {}

    record Refused(List<Problem> problems) implements CompareState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
