package org.athanor.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.schema.Filling.Identity;
import org.athanor.engine.schema.SequenceOptions;

/// What must be set so that one way of counting becomes another. What the new one doesn't say stays as it is.
final class IdentityDifference {
    private final List<String> parts = new ArrayList<>();

    private IdentityDifference() {}

    /// The settings in the alphabetical order of their names in SQLAlchemy; empty if nothing differs.
    static String between(Identity existing, Identity wanted) {
        var difference = new IdentityDifference();
        if (existing.always() != wanted.always()) {
            difference.parts.add("SET GENERATED " + (wanted.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        difference.compare(existing.options(), wanted.options());
        return String.join(" ", difference.parts);
    }

    private void compare(SequenceOptions existing, SequenceOptions wanted) {
        set("CACHE ", existing.cache(), wanted.cache());
        set("", existing.cycle().map(IdentityDifference::cycle), wanted.cycle().map(IdentityDifference::cycle));
        set("INCREMENT BY ", existing.increment(), wanted.increment());
        set("MAXVALUE ", existing.maxValue(), wanted.maxValue());
        set("MINVALUE ", existing.minValue(), wanted.minValue());
        if (wanted.noMaxValue() && !existing.noMaxValue()) {
            parts.add("SET NO MAXVALUE");
        }
        if (wanted.noMinValue() && !existing.noMinValue()) {
            parts.add("SET NO MINVALUE");
        }
        set("START WITH ", existing.start(), wanted.start());
    }

    private static String cycle(boolean cycle) {
        return cycle ? "CYCLE" : "NO CYCLE";
    }

    private <T> void set(String word, Optional<T> existing, Optional<T> wanted) {
        if (wanted.isPresent() && !wanted.equals(existing)) {
            parts.add("SET " + word + wanted.get());
        }
    }
}
