package org.athanor.engine.differential.operations;

import java.util.List;

/// What a revision does in one direction, as one of the two tools tells it.
sealed interface Printed {
    /// Statements with their white space folded; those outside of the transaction begin with `outside: `.
    record Statements(List<String> lines) implements Printed {
        public Statements {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return lines.isEmpty() ? "nothing" : String.join("\n", lines);
        }
    }

    record Refused(String reason) implements Printed {
        @Override
        public String toString() {
            return "refused: " + reason;
        }
    }

    /// Whether both do the same; why a tool refuses is its own business.
    default boolean agreesWith(Printed other) {
        return switch (this) {
            case Refused _ -> other instanceof Refused;
            case Statements(var lines) -> other instanceof Statements(var theirs) && lines.equals(theirs);
        };
    }
}
