package org.athanor.engine.problem;

import java.nio.file.Path;
import java.util.Optional;

/// One thing that a person can fix: what happened, where (file and line, if it has a place), and what to do.
public record Problem(ProblemKind kind, Optional<Place> place, String message, String hint) {
    /// A file, and a line in it; line 0 means the file as a whole.
    public record Place(Path file, int line) {
        @Override
        public String toString() {
            return line > 0 ? file + ":" + line : file.toString();
        }
    }

    public static Problem of(ProblemKind kind, String message, String hint) {
        return new Problem(kind, Optional.empty(), message, hint);
    }

    public static Problem at(Path file, int line, ProblemKind kind, String message, String hint) {
        return new Problem(kind, Optional.of(new Place(file, line)), message, hint);
    }

    /// Place, message and hint as one readable text.
    public String text() {
        var where = place.map(p -> p + ": ").orElse("");
        return hint.isEmpty() ? where + message : where + message + "\n  " + hint;
    }
}
