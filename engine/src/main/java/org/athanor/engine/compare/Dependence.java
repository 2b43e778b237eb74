package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.Definition;

/// Which views, triggers and functions speak of which names, as far as their texts tell.
final class Dependence {
    private final Grammar grammar;

    Dependence(Grammar grammar) {
        this.grammar = grammar;
    }

    boolean mentions(Definition definition, String name) {
        return grammar.hasWord(definition.sql(), name);
    }

    /// All that speak of one of these names, or of another one that does.
    Set<Definition> around(Collection<Definition> all, Collection<String> names) {
        var found = new LinkedHashSet<Definition>();
        var waiting = new ArrayList<>(names);
        for (int i = 0; i < waiting.size(); i++) {
            var name = waiting.get(i);
            for (var definition : all) {
                boolean at = mentions(definition, name)
                        || definition.table().filter(t -> t.name().equals(name)).isPresent();
                if (at && !definition.name().name().equals(name) && found.add(definition)) {
                    waiting.add(definition.name().name());
                }
            }
        }
        return found;
    }

    /// Each after those that it speaks of: views and what is built upon them, then triggers.
    List<Definition> inOrder(Collection<Definition> definitions) {
        var waiting = new ArrayList<>(definitions);
        waiting.sort(java.util.Comparator.comparingInt(Dependence::rank));
        var ordered = new ArrayList<Definition>();
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(d -> waiting.stream().noneMatch(o -> !o.equals(d) && rank(o) <= rank(d)
                            && mentions(d, o.name().name())))
                    .findFirst().orElse(waiting.getFirst());
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static int rank(Definition definition) {
        return switch (definition.kind()) {
            case FUNCTION -> 0;
            case VIEW, MATERIALIZED_VIEW -> 1;
            case INDEX -> 2;
            case TRIGGER -> 3;
        };
    }
}
