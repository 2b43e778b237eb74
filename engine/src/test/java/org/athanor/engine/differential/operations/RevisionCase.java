package org.athanor.engine.differential.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.script.Direction;

/// A small revision to compare: what stands before it (`given` names functions of `given.py`, `setup` is one of its
/// own), its body, and for whom it is.
///
/// Where older versions say something else on purpose, `since` names the first that says what `newest` holds.
record RevisionCase(String theme, int line, String name, List<String> given, Optional<Product> only,
        Optional<Since> since, Runs runs, Map<Side, List<String>> newest, String setup, String body) {
    RevisionCase {
        given = List.copyOf(given);
        newest = Map.copyOf(newest);
    }

    /// One product and one direction.
    record Side(Product product, Direction direction) {
        @Override
        public String toString() {
            return product.code() + (direction == Direction.UPGRADE ? " up" : " down");
        }
    }

    /// Where a case is run and not only printed.
    record Runs(Optional<Product> only, boolean nowhere) {
        static final Runs EVERYWHERE = new Runs(Optional.empty(), false);
    }

    boolean isFor(Product product) {
        return only.filter(p -> p != product).isEmpty();
    }

    boolean runsOn(Product product) {
        return isFor(product) && !runs.nowhere() && runs.only().filter(p -> p != product).isEmpty();
    }

    boolean hasSetup() {
        return !given.isEmpty() || !setup.isEmpty();
    }

    @Override
    public String toString() {
        return "%s:%d %s".formatted(theme, line, name);
    }
}
