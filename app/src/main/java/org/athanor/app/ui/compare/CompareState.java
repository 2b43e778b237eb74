package org.athanor.app.ui.compare;

import java.util.List;

import org.athanor.app.export.ComparisonScript;
import org.athanor.app.text.Messages;
import org.athanor.app.workspace.Compared;
import org.athanor.engine.problem.Problem;

/// How far a comparison is.
public sealed interface CompareState {
    /// Two schemas are to be chosen.
    record Choosing() implements CompareState {}

    /// It goes on; `step` of so many revisions is carried out in a scratch database, 0 if none is.
    record Running(int step, int of) implements CompareState {}

    /// What was found, with what takes time to make of it.
    record Done(Compared compared, List<DifferenceNode> nodes, ComparisonScript script) implements CompareState {
        public Done {
            nodes = List.copyOf(nodes);
        }

        /// Not for the screen's thread: of many differences this takes a while.
        static Done of(Compared compared, Messages messages) {
            return new Done(compared, DifferenceNode.of(compared.comparison(), messages),
                    ComparisonScript.of(compared.comparison()));
        }
    }

    /// Somebody has given it up.
    record Cancelled() implements CompareState {}

    record Refused(List<Problem> problems) implements CompareState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
