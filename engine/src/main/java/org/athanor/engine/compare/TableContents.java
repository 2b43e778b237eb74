package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.compare.SchemaDifference.Deviation;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.operation.ColumnRename;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;

/// The constraints and indexes of two tables, side by side: those of the same name first, then those that say the same under
/// another name, then foreign keys of the same columns to the same table. A name that the product gives by itself asks for nothing.
final class TableContents {
    private final Traits actualTraits;
    private final Traits wantedTraits;
    private final CanonicalText text;
    private final Grammar grammar;

    TableContents(Traits actualTraits, Traits wantedTraits, CanonicalText text, Grammar grammar) {
        this.actualTraits = actualTraits;
        this.wantedTraits = wantedTraits;
        this.text = text;
        this.grammar = grammar;
    }

    private Pairing<Constraint> constraints(Table actual, Table wanted) {
        var constraints = new Pairing<>(actual.constraints(), wanted.constraints());
        constraints.pair((a, w) -> a.kind() == Constraint.Kind.PRIMARY_KEY && w.kind() == Constraint.Kind.PRIMARY_KEY);
        constraints.pair((a, w) -> a.kind() == w.kind() && a.name().isPresent() && name(a).equals(name(w)));
        constraints.pair((a, w) -> a.kind() == w.kind()
                && actualTraits.definition(a).equals(wantedTraits.definition(w)));
        constraints.pair((a, w) -> a instanceof Constraint.ForeignKey x && w instanceof Constraint.ForeignKey y
                && x.columns().equals(y.columns()) && x.target().equals(y.target()));
        return constraints;
    }

    /// The wanted table once it is made from the actual one: where no name is asked for, the constraint keeps the one it has.
    Table made(Table actual, Table wanted) {
        var pairs = constraints(actual, wanted).pairs;
        return wanted.withConstraints(wanted.constraints().stream().map(w -> pairs.entrySet().stream()
                .filter(e -> e.getValue().equals(w) && isUnsaid(wanted, w)
                        && actualTraits.definition(e.getKey()).equals(wantedTraits.definition(w)))
                .flatMap(e -> e.getKey().name().stream()).findFirst().map(name -> ColumnRename.named(w, name))
                .orElse(w)).toList());
    }

    void compare(Table actual, Table wanted, List<SchemaDifference> found) {
        var constraints = constraints(actual, wanted);
        constraints.pairs.forEach((a, w) -> changed(new Part.OfConstraint(actual.name(), a),
                new Part.OfConstraint(wanted.name(), w), isUnsaid(wanted, w), found));
        constraints.added.forEach(w -> found.add(new Missing(new Part.OfConstraint(actual.name(), w))));
        constraints.gone.forEach(a -> found.add(new Extra(new Part.OfConstraint(actual.name(), a))));
        indexes(actual.name(), new Pairing<>(actual.indexes(), wanted.indexes()), found);
    }

    private void indexes(TableName table, Pairing<Index> indexes, List<SchemaDifference> found) {
        indexes.pair((a, w) -> text.name(a.name().text()).equals(text.name(w.name().text())));
        indexes.pair((a, w) -> actualTraits.definition(a).equals(wantedTraits.definition(w)));
        indexes.pairs.forEach((a, w) -> changed(new Part.OfIndex(table, a), new Part.OfIndex(table, w), false, found));
        indexes.added.forEach(w -> found.add(new Missing(new Part.OfIndex(table, w))));
        indexes.gone.forEach(a -> found.add(new Extra(new Part.OfIndex(table, a))));
    }

    private void changed(Part actual, Part wanted, boolean nameUnsaid, List<SchemaDifference> found) {
        var deviations = new ArrayList<Deviation>();
        if (!nameUnsaid && !text.name(actual.name()).equals(text.name(wanted.name()))) {
            deviations.add(new Deviation(Aspect.NAME, actual.name(), wanted.name()));
        }
        deviations.addAll(Comparer.deviations(actualTraits.of(actual), wantedTraits.of(wanted)));
        if (!deviations.isEmpty()) {
            found.add(new Changed(actual, wanted, deviations));
        }
    }

    private String name(Constraint constraint) {
        return constraint.name().map(Name::text).map(text::name).orElse("");
    }

    /// Whether the name is what the product calls a constraint without one.
    private boolean isUnsaid(Table table, Constraint constraint) {
        if (constraint.name().isEmpty()) {
            return true;
        }
        var unnamed = grammar.named(table.withConstraints(List.of(unnamed(constraint)))).constraints().getFirst();
        return unnamed.name().map(Name::text).filter(given -> name(constraint).matches(
                java.util.regex.Pattern.quote(given) + "\\d*")).isPresent();
    }

    static Constraint unnamed(Constraint constraint) {
        Optional<Name> none = Optional.empty();
        return switch (constraint) {
            case Constraint.PrimaryKey c ->
                new Constraint.PrimaryKey(none, c.columns(), c.timing(), c.settings());
            case Constraint.Unique c -> new Constraint.Unique(none, c.columns(), c.timing(), c.settings());
            case Constraint.ForeignKey c -> new Constraint.ForeignKey(none, c.columns(), c.target(),
                    c.targetColumns(), c.onDelete(), c.onUpdate(), c.match(), c.timing(), c.settings());
            case Constraint.Check c ->
                new Constraint.Check(none, c.condition(), c.ofType(), c.timing(), c.settings());
            case Constraint.Exclude c -> new Constraint.Exclude(none, c.elements(), c.using(), c.where(),
                    c.operatorClasses(), c.timing());
        };
    }

    /// Two lists of which more and more is paired.
    private static final class Pairing<T> {
        private final List<T> gone;
        private final List<T> added;
        private final Map<T, T> pairs = new LinkedHashMap<>();

        Pairing(List<T> actual, List<T> wanted) {
            this.gone = new ArrayList<>(actual);
            this.added = new ArrayList<>(wanted);
        }

        void pair(BiPredicate<T, T> fits) {
            for (var a : List.copyOf(gone)) {
                added.stream().filter(w -> fits.test(a, w)).findFirst().ifPresent(w -> {
                    pairs.put(a, w);
                    gone.remove(a);
                    added.remove(w);
                });
            }
        }
    }
}
