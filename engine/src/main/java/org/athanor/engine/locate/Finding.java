package org.athanor.engine.locate;

import java.util.List;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.SchemaDifference;

/// What speaks against a database standing at a place: the differences between what it has and what the revisions make there,
/// `missing` things that aren't modelled among them. `strangers` are things that no revision makes, such as another
/// application's tables: they don't speak against it.
public record Finding(Comparison comparison, List<SchemaDifference> differences,
        List<Comparison.NotCompared> missing, List<SchemaDifference> strangers) {
    public Finding {
        differences = List.copyOf(differences);
        missing = List.copyOf(missing);
        strangers = List.copyOf(strangers);
    }

    public boolean isExact() {
        return differences.isEmpty() && missing.isEmpty();
    }

    /// What isn't modelled, and is only here or may be another: nobody can tell whether it matters.
    public List<Comparison.NotCompared> untold() {
        return comparison.notCompared().stream().filter(n -> switch (n.side()) {
            case ACTUAL, DIFFERENT -> true;
            case BOTH, WANTED -> false;
        }).toList();
    }

    /// How much speaks against it.
    public int count() {
        return differences.size() + missing.size();
    }
}
