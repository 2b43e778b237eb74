package org.athanor.engine.compare;

import java.util.List;

/// One difference between what is there and what is wanted.
public sealed interface SchemaDifference {
    /// It is wanted and isn't there.
    record Missing(Part part) implements SchemaDifference {}

    /// It is there and isn't wanted.
    record Extra(Part part) implements SchemaDifference {}

    /// It is there and wanted otherwise.
    record Changed(Part actual, Part wanted, List<Deviation> deviations) implements SchemaDifference {
        public Changed {
            deviations = List.copyOf(deviations);
        }

        public boolean has(Aspect aspect) {
            return deviations.stream().anyMatch(d -> d.aspect() == aspect);
        }

        /// Whether nothing else differs.
        public boolean isOnly(Aspect aspect) {
            return deviations.stream().allMatch(d -> d.aspect() == aspect);
        }
    }

    /// One aspect with both texts; an empty one stands for nothing.
    record Deviation(Aspect aspect, String actual, String wanted) {}

    /// What differs, by the name that is wanted if there is one.
    default Part subject() {
        return switch (this) {
            case Missing(var part) -> part;
            case Extra(var part) -> part;
            case Changed(_, var wanted, _) -> wanted;
        };
    }
}
