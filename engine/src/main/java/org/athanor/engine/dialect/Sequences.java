package org.athanor.engine.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.SequenceOptions;

/// How sequences and counted columns are written.
public final class Sequences {
    private Sequences() {}

    /// How it counts, as far as that is said.
    public static String options(SequenceOptions options) {
        return String.join(" ", parts(options));
    }

    private static List<String> parts(SequenceOptions options) {
        var parts = new ArrayList<String>();
        add(parts, "INCREMENT BY ", options.increment());
        add(parts, "START WITH ", options.start());
        add(parts, "MINVALUE ", options.minValue());
        add(parts, "MAXVALUE ", options.maxValue());
        if (options.noMinValue()) {
            parts.add("NO MINVALUE");
        }
        if (options.noMaxValue()) {
            parts.add("NO MAXVALUE");
        }
        add(parts, "CACHE ", options.cache());
        options.cycle().ifPresent(cycle -> parts.add(cycle ? "CYCLE" : "NO CYCLE"));
        return parts;
    }

    private static void add(List<String> parts, String word, Optional<Long> value) {
        value.ifPresent(v -> parts.add(word + v));
    }

    /// `GENERATED … AS IDENTITY`
    public static String identity(Filling.Identity identity) {
        var options = options(identity.options());
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }
}
