package org.athanor.engine.differential;

import java.util.List;
import java.util.stream.Collectors;

/// What one of the two says to a case.
sealed interface Answer {
    /// A revision that runs, and the rows of the version table after it, sorted.
    record Stop(String revision, List<String> rows) {
        public Stop {
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            return "%s %s".formatted(revision, rows);
        }
    }

    record Steps(List<Stop> stops) implements Answer {
        public Steps {
            stops = List.copyOf(stops);
        }

        /// A stamp runs nothing: only where it ends counts, not on how many legs.
        static Steps stamp(Case question, List<Stop> stops) {
            var before = question.purge() ? List.<String>of() : question.rowNames();
            return new Steps(List.of(new Stop("", stops.isEmpty() ? before : stops.getLast().rows())));
        }

        List<String> revisions() {
            return stops.stream().map(Stop::revision).toList();
        }

        /// The rows at the end, where there was a step at all.
        List<String> rows() {
            return stops.isEmpty() ? List.of() : stops.getLast().rows();
        }

        @Override
        public String toString() {
            return stops.isEmpty()
                    ? "nothing to do"
                    : stops.stream().map(Stop::toString).collect(Collectors.joining(" => "));
        }
    }

    /// A clean no, with its text.
    record Refused(String text) implements Answer {}

    /// An exception that nobody turned into a message.
    record Died(String text) implements Answer {}

    default boolean agreesWith(Answer other) {
        return switch (this) {
            case Steps steps -> steps.equals(other);
            case Refused _ -> other instanceof Refused;
            case Died _ -> false;
        };
    }
}
