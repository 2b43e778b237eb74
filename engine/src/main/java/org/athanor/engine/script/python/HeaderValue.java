package org.athanor.engine.script.python;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one of the names that Alembic looks for stands for.
sealed interface HeaderValue {
    /// `None`.
    record Nothing() implements HeaderValue {}

    /// One text.
    record One(String text) implements HeaderValue {}

    /// The texts of a container. Those that are put into it under a condition that isn't known may be there or not.
    record Several(List<String> texts, List<String> perhaps) implements HeaderValue {
        public Several {
            texts = List.copyOf(texts);
            perhaps = List.copyOf(perhaps);
        }

        Several(List<String> texts) {
            this(texts, List.of());
        }

        /// The same with more in it, under a condition or not.
        Several with(Several more, boolean conditional) {
            return conditional
                    ? new Several(texts, joined(perhaps, joined(more.texts, more.perhaps)))
                    : new Several(joined(texts, more.texts), joined(perhaps, more.perhaps));
        }

        private static List<String> joined(List<String> some, List<String> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }
    }

    /// All texts that are sure to be meant.
    default List<String> texts() {
        return switch (this) {
            case Nothing _ -> List.of();
            case One(var text) -> List.of(text);
            case Several(var texts, _) -> texts;
        };
    }

    /// What `+` makes of two values: texts are joined, containers follow each other, and nothing else fits.
    default Optional<HeaderValue> plus(HeaderValue other) {
        return switch (this) {
            case One(var text) when other instanceof One(var more) -> Optional.of(new One(text + more));
            case Several several when other instanceof Several more -> Optional.of(several.with(more, false));
            case Nothing _,One _,Several _ -> Optional.empty();
        };
    }
}
