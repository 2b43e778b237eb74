package org.athanor.app.ui.write;

import java.util.List;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Draft;

/// How far a new file is.
public sealed interface WriteState {
    /// What is wanted is being turned into a file's text.
    record Drafting() implements WriteState {}

    /// What would be written.
    record Drafted(Draft draft) implements WriteState {}

    /// What is wanted can't be; nothing was written.
    record Refused(List<Problem> problems) implements WriteState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
