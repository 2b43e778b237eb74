package org.athanor.app.ui.edit;

import java.util.List;

import org.athanor.app.workspace.TextFile;
import org.athanor.engine.problem.Problem;

/// How far the editing of a file is.
public sealed interface EditState {
    /// It is being read.
    record Reading() implements EditState {}

    /// This stands on the disk.
    record Open(TextFile file) implements EditState {}

    /// It could not be read, and why.
    record Closed(List<Problem> problems) implements EditState {
        public Closed {
            problems = List.copyOf(problems);
        }
    }
}
