package org.athanor.engine.script.python.tree;

import java.util.List;
import java.util.Optional;

/// What a `case` looks for.
public sealed interface Pattern {
    /// A literal or a dotted name, compared with `==` (with `is` for None, True and False).
    record Same(Expression value) implements Pattern {}

    /// `pattern as name`; a bare name has no pattern, `_` has neither.
    record Capture(Optional<Pattern> pattern, Optional<String> name) implements Pattern {}

    record Either(List<Pattern> patterns) implements Pattern {
        public Either {
            patterns = List.copyOf(patterns);
        }
    }

    record Several(List<Pattern> patterns) implements Pattern {
        public Several {
            patterns = List.copyOf(patterns);
        }
    }

    /// `*name` in a sequence; `*_` has no name.
    record Rest(Optional<String> name) implements Pattern {}

    record Mapping(List<Entry> entries, Optional<String> rest) implements Pattern {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public record Entry(Expression key, Pattern pattern) {}
    }

    record OfClass(Expression type, List<Pattern> positions, List<Named> named) implements Pattern {
        public OfClass {
            positions = List.copyOf(positions);
            named = List.copyOf(named);
        }

        public record Named(String attribute, Pattern pattern) {}
    }
}
