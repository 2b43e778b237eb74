package org.athanor.engine.dialect.expressions;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import org.athanor.engine.expression.SourceName;

/// The names that one statement makes: `anon_1`, `count_1`, in the order in which they are met.
final class MadeNames {
    private final IdentityHashMap<SourceName.Made, String> given = new IdentityHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    String of(SourceName name) {
        return switch (name) {
            case SourceName.Given(var text) -> text;
            case SourceName.Made made -> given.computeIfAbsent(made, m -> next(m.base()));
        };
    }

    String next(String base) {
        return base + "_" + counts.merge(base, 1, Integer::sum);
    }
}
