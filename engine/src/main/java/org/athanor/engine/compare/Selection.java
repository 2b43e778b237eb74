package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// The wanted schema of a comparison without some of its differences: what they are about stays as it is.
final class Selection {
    private final Comparison comparison;
    private final Map<TableName, Table> tables;
    private final Map<TableName, SqlType.Enumeration> enumerations;
    private final Map<TableName, Sequence> sequences;
    private final Map<TableName, Definition> definitions;
    private final Map<TableName, SqlType.Domain> domains;
    private final Set<String> namespaces;

    private Selection(Comparison comparison) {
        this.comparison = comparison;
        var wanted = comparison.wanted();
        tables = new LinkedHashMap<>(wanted.tables());
        enumerations = new LinkedHashMap<>(wanted.enumerations());
        sequences = new LinkedHashMap<>(wanted.sequences());
        definitions = new LinkedHashMap<>(wanted.definitions());
        domains = new LinkedHashMap<>(wanted.domains());
        namespaces = new LinkedHashSet<>(wanted.namespaces());
    }

    static Schema without(Comparison comparison, List<SchemaDifference> leftOut) {
        var selection = new Selection(comparison);
        // Whole tables first: what is left out of a table needs the table.
        leftOut.stream().filter(d -> d.subject() instanceof Part.OfTable).forEach(selection::leave);
        leftOut.stream().filter(d -> !(d.subject() instanceof Part.OfTable)).forEach(selection::leave);
        return new Schema(selection.tables, selection.enumerations, selection.sequences, selection.definitions,
                selection.domains, selection.namespaces, comparison.wanted().unmodelled());
    }

    private void leave(SchemaDifference difference) {
        switch (difference) {
            case Missing(var part) -> put(Optional.of(part), Optional.empty());
            case Extra(var part) -> put(Optional.empty(), Optional.of(part));
            case Changed(var actual, var wanted, _) -> put(Optional.of(wanted), Optional.of(actual));
        }
    }

    /// What is wanted goes, and what is there takes its place.
    private void put(Optional<Part> wanted, Optional<Part> actual) {
        switch (wanted.or(() -> actual).orElseThrow()) {
            case Part.OfTable _ -> table(wanted.map(p -> ((Part.OfTable) p).table()),
                    actual.map(p -> ((Part.OfTable) p).table()));
            case Part.OfColumn(var table, _) -> within(table, t -> t.withColumns(replaced(t.columns(),
                    wanted.map(p -> ((Part.OfColumn) p).column()), actual.map(p -> ((Part.OfColumn) p).column()))));
            case Part.OfConstraint(var table, _) -> within(table, t -> t.withConstraints(replaced(t.constraints(),
                    wanted.map(p -> ((Part.OfConstraint) p).constraint()),
                    actual.map(p -> ((Part.OfConstraint) p).constraint()))));
            case Part.OfIndex(var table, _) -> within(table, t -> t.withIndexes(replaced(t.indexes(),
                    wanted.map(p -> ((Part.OfIndex) p).index()), actual.map(p -> ((Part.OfIndex) p).index()))));
            case Part.OfEnumeration _,Part.OfDomain _,Part.OfSequence _,Part.OfDefinition _,Part.OfNamespace _ -> {
                wanted.ifPresent(this::take);
                actual.ifPresent(this::give);
            }
        }
    }

    /// A table that stays keeps its triggers, which aren't told apart from it; one that changes keeps what is its own.
    private void table(Optional<Table> wanted, Optional<Table> actual) {
        if (actual.isEmpty()) {
            wanted.ifPresent(table -> tables.remove(table.name()));
        } else if (wanted.isPresent()) {
            var own = actual.get();
            within(wanted.get().name(), table -> new Table(table.name(), table.columns(), table.constraints(),
                    table.indexes(), own.comment(), own.settings(), own.prefixes()));
        } else {
            var name = actual.get().name();
            tables.put(name, actual.get());
            comparison.actual().definitions().forEach((key, definition) -> {
                if (definition.table().filter(name::equals).isPresent()) {
                    definitions.putIfAbsent(key, definition);
                }
            });
        }
    }

    private void within(TableName name, UnaryOperator<Table> change) {
        var grammar = comparison.dialect().grammar();
        tables.keySet().stream().filter(key -> key.schema().equals(name.schema())
                && grammar.same(key.name(), name.name())).findFirst()
                .ifPresent(key -> tables.computeIfPresent(key, (_, table) -> change.apply(table)));
    }

    private static <T> List<T> replaced(List<T> all, Optional<T> wanted, Optional<T> actual) {
        var others = new ArrayList<>(all);
        int at = wanted.map(others::indexOf).filter(i -> i >= 0).orElse(others.size());
        wanted.ifPresent(others::remove);
        actual.ifPresent(part -> others.add(Math.min(at, others.size()), part));
        return others;
    }

    private void take(Part part) {
        switch (part) {
            case Part.OfEnumeration(var type, _) -> enumerations.remove(type);
            case Part.OfDomain(var type, _) -> domains.remove(type);
            case Part.OfSequence(var sequence) -> sequences.remove(sequence.name());
            case Part.OfDefinition(var definition) -> definitions.remove(definition.key());
            case Part.OfNamespace(var namespace) -> namespaces.remove(namespace);
            case Part.OfTable _,Part.OfColumn _,Part.OfConstraint _,Part.OfIndex _ ->
                throw new IllegalStateException("Not a thing of its own: " + part);
        }
    }

    private void give(Part part) {
        switch (part) {
            case Part.OfEnumeration(var type, var enumeration) -> enumerations.put(type, enumeration);
            case Part.OfDomain(var type, var domain) -> domains.put(type, domain);
            case Part.OfSequence(var sequence) -> sequences.put(sequence.name(), sequence);
            case Part.OfDefinition(var definition) -> definitions.put(definition.key(), definition);
            case Part.OfNamespace(var namespace) -> namespaces.add(namespace);
            case Part.OfTable _,Part.OfColumn _,Part.OfConstraint _,Part.OfIndex _ ->
                throw new IllegalStateException("Not a thing of its own: " + part);
        }
    }
}
