package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.compare.SchemaDifference.Deviation;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.schema.Unmodelled;

/// Finds what differs between two schemas: first what stands alone, then table by table, then what is built upon tables.
final class Comparer {
    private final Schema actual;
    private final Schema wanted;
    private final Traits actualTraits;
    private final Traits wantedTraits;
    private final CanonicalText text;
    private final TableContents contents;
    private final boolean sameSequences;
    private final Set<TableName> leftOut = new HashSet<>();
    private final List<SchemaDifference> found = new ArrayList<>();

    Comparer(Schema actual, Schema wanted, Dialect dialect) {
        this.actual = actual;
        this.wanted = wanted;
        this.actualTraits = new Traits(dialect, actual);
        this.wantedTraits = new Traits(dialect, wanted);
        this.text = new CanonicalText(dialect);
        this.sameSequences = actual.sequences().keySet().equals(wanted.sequences().keySet());
        this.contents = new TableContents(actualTraits, wantedTraits, text, dialect.grammar());
        Stream.concat(actual.unmodelled().stream(), wanted.unmodelled().stream())
                .filter(u -> u.kind().equals(Unmodelled.PARTITION) || u.kind().equals(Unmodelled.CHILD))
                .forEach(u -> leftOut.add(u.name()));
    }

    List<SchemaDifference> differences() {
        namespaces();
        pairs(actual.enumerations(), wanted.enumerations(), Part.OfEnumeration::new);
        pairs(actual.domains(), wanted.domains(), Part.OfDomain::new);
        pairs(actual.sequences(), wanted.sequences(), (_, sequence) -> new Part.OfSequence(sequence));
        tables();
        definitions();
        return found;
    }

    /// The wanted schema once it is made from the actual one.
    Schema made() {
        var left = tables(actual);
        return wanted.withTables(wanted.tables().values().stream().map(table -> {
            var before = left.get(text.name(table.name().toString()));
            return before == null ? table : contents.made(before, table);
        }).toList());
    }

    private void namespaces() {
        wanted.namespaces().stream().filter(n -> !actual.namespaces().contains(n))
                .forEach(n -> found.add(new Missing(new Part.OfNamespace(n))));
        actual.namespaces().stream().filter(n -> !wanted.namespaces().contains(n))
                .forEach(n -> found.add(new Extra(new Part.OfNamespace(n))));
    }

    private <T> void pairs(Map<TableName, T> present, Map<TableName, T> desired, BiFunction<TableName, T, Part> part) {
        var left = keyed(present);
        var right = keyed(desired);
        right.forEach((key, name) -> {
            var other = left.get(key);
            var wantedPart = part.apply(name, java.util.Objects.requireNonNull(desired.get(name)));
            if (other == null) {
                found.add(new Missing(wantedPart));
            } else {
                changed(part.apply(other, java.util.Objects.requireNonNull(present.get(other))), wantedPart);
            }
        });
        left.forEach((key, name) -> {
            if (!right.containsKey(key)) {
                found.add(new Extra(part.apply(name, java.util.Objects.requireNonNull(present.get(name)))));
            }
        });
    }

    private <T> Map<String, TableName> keyed(Map<TableName, T> things) {
        var keyed = new LinkedHashMap<String, TableName>();
        things.keySet().forEach(name -> keyed.put(text.name(name.toString()), name));
        return keyed;
    }

    private void changed(Part before, Part after) {
        var deviations = deviations(actualTraits.of(before), wantedTraits.of(after));
        if (!deviations.isEmpty()) {
            found.add(new Changed(before, after, deviations));
        }
    }

    static List<Deviation> deviations(Map<Aspect, String> before, Map<Aspect, String> after) {
        var deviations = new ArrayList<Deviation>();
        after.forEach((aspect, value) -> {
            var old = before.getOrDefault(aspect, "");
            if (!old.equals(value)) {
                deviations.add(new Deviation(aspect, old, value));
            }
        });
        return deviations;
    }

    private void tables() {
        var left = tables(actual);
        var right = tables(wanted);
        right.forEach((key, table) -> {
            var other = left.get(key);
            if (other == null) {
                found.add(new Missing(new Part.OfTable(table)));
            } else if (!isSame(other, table)) {
                changed(new Part.OfTable(other), new Part.OfTable(table));
                columns(other, table);
                contents.compare(other, table, found);
            }
        });
        left.forEach((key, table) -> {
            if (!right.containsKey(key)) {
                found.add(new Extra(new Part.OfTable(table)));
            }
        });
    }

    /// Most tables are, and to see that takes no writing of what they are. What a default counts by depends on the sequences.
    private boolean isSame(Table present, Table desired) {
        return present.equals(desired) && sameSequences;
    }

    private Map<String, Table> tables(Schema schema) {
        var keyed = new LinkedHashMap<String, Table>();
        schema.tables().values().stream().filter(t -> !leftOut.contains(t.name()))
                .forEach(t -> keyed.put(text.name(t.name().toString()), t));
        return keyed;
    }

    private void columns(Table present, Table desired) {
        var left = columns(present);
        var right = columns(desired);
        right.forEach((key, column) -> {
            var other = left.get(key);
            if (other == null) {
                found.add(new Missing(new Part.OfColumn(present.name(), column)));
            } else {
                changed(new Part.OfColumn(present.name(), other), new Part.OfColumn(desired.name(), column));
            }
        });
        left.forEach((key, column) -> {
            if (!right.containsKey(key)) {
                found.add(new Extra(new Part.OfColumn(present.name(), column)));
            }
        });
    }

    private Map<String, Column> columns(Table table) {
        var keyed = new LinkedHashMap<String, Column>();
        table.columns().forEach(c -> keyed.put(text.name(c.name()), c));
        return keyed;
    }

    /// What belongs to something that goes anyway is no difference of its own.
    private void definitions() {
        var gone = new HashSet<TableName>();
        found.forEach(d -> {
            if (d instanceof Extra(Part.OfTable(var table))) {
                gone.add(table.name());
            }
        });
        actual.definitions().forEach((key, definition) -> {
            if (definition.kind() == Definition.Kind.MATERIALIZED_VIEW && !wanted.definitions().containsKey(key)) {
                gone.add(definition.name());
            }
        });
        var present = new LinkedHashMap<>(actual.definitions());
        present.values().removeIf(d -> d.table().filter(gone::contains).isPresent());
        pairs(present, wanted.definitions(), (_, definition) -> new Part.OfDefinition(definition));
    }
}
