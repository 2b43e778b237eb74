package org.athanor.engine.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// A schema on its way through a plan: as it stands before a step, as far as that is known. It never changes; each
/// operation gives another one that shares what stays the same.
public final class Evolution {
    private final Grammar grammar;
    private final Shelf<Table> tables;
    private final Shelf<SqlType.Enumeration> enumerations;
    private final Shelf<Sequence> sequences;
    private final Shelf<Definition> definitions;

    Evolution(Grammar grammar, Shelf<Table> tables, Shelf<SqlType.Enumeration> enumerations,
            Shelf<Sequence> sequences, Shelf<Definition> definitions) {
        this.grammar = grammar;
        this.tables = tables;
        this.enumerations = enumerations;
        this.sequences = sequences;
        this.definitions = definitions;
    }

    /// From an empty database, or from a reflected one, for a product that reads SQL like this.
    public static Evolution from(Schema schema, Grammar grammar) {
        var tables = new HashMap<TableName, Table>();
        schema.tables().forEach((name, table) -> tables.put(grammar.canonical(name), table));
        var definitions = new HashMap<TableName, Definition>();
        schema.definitions().forEach((name, definition) -> definitions.put(grammar.canonical(name), definition));
        return new Evolution(grammar, Shelf.of(tables), Shelf.of(schema.enumerations()), Shelf.of(schema.sequences()),
                Shelf.of(definitions));
    }

    /// From an empty database, or from a reflected one; any raw SQL puts everything in doubt.
    public static Evolution from(Schema schema) {
        return from(schema, new PlainGrammar());
    }

    /// From a database of which nothing is known, for a product that reads SQL like this.
    public static Evolution fromUnknown(Grammar grammar) {
        return unknown(grammar, "the database it runs on isn't known");
    }

    /// From a database of which nothing is known; any raw SQL puts everything in doubt.
    public static Evolution fromUnknown() {
        return fromUnknown(new PlainGrammar());
    }

    static Evolution unknown(Grammar grammar, String reason) {
        return new Evolution(grammar, Shelf.doubtful(reason), Shelf.doubtful(reason), Shelf.doubtful(reason),
                Shelf.doubtful(reason));
    }

    /// What is known of a table.
    public sealed interface Standing {
        record Known(Table table) implements Standing {}

        /// It isn't there.
        record Absent() implements Standing {}

        /// It can't be told, and why.
        record Doubtful(String reason) implements Standing {}
    }

    public Standing table(TableName name) {
        return switch (tables.at(grammar.canonical(name))) {
            case Shelf.Entry.There<Table>(var table) -> new Standing.Known(table);
            case Shelf.Entry.Gone<Table>() -> new Standing.Absent();
            case Shelf.Entry.Doubtful<Table>(var reason) -> new Standing.Doubtful(reason);
        };
    }

    /// Whether a type of its own is there; nothing where that can't be told.
    public Optional<Boolean> has(SqlType.Enumeration type) {
        return type.name().flatMap(name -> switch (enumerations.at(canonical(type.schema(), name.text()))) {
            case Shelf.Entry.There<SqlType.Enumeration> _ -> Optional.of(true);
            case Shelf.Entry.Gone<SqlType.Enumeration> _ -> Optional.of(false);
            case Shelf.Entry.Doubtful<SqlType.Enumeration> _ -> Optional.empty();
        });
    }

    /// The enumeration of this name, if it is known to be there.
    public Optional<SqlType.Enumeration> enumeration(TableName name) {
        return enumerations.thing(grammar.canonical(name));
    }

    /// Whether a sequence is there; nothing where that can't be told.
    public Optional<Boolean> hasSequence(TableName name) {
        return switch (sequences.at(grammar.canonical(name))) {
            case Shelf.Entry.There<Sequence> _ -> Optional.of(true);
            case Shelf.Entry.Gone<Sequence> _ -> Optional.of(false);
            case Shelf.Entry.Doubtful<Sequence> _ -> Optional.empty();
        };
    }

    /// All that is known to be there.
    public Schema schema() {
        return new Schema(tables.things(), enumerations.things(), sequences.things(), definitions.things());
    }

    /// The foreign keys of other tables that point at a table, with the tables they stand in.
    public List<Map.Entry<Table, ForeignKey>> references(TableName target) {
        var found = new ArrayList<Map.Entry<Table, ForeignKey>>();
        tables.forEach((name, table) -> {
            if (!name.equals(grammar.canonical(target))) {
                table.constraints().stream().flatMap(c -> c instanceof ForeignKey key ? Stream.of(key) : Stream.of())
                        .filter(key -> sameTable(key.target(), target)).forEach(k -> found.add(Map.entry(table, k)));
            }
        });
        return found;
    }

    /// The views and triggers whose texts name a table, and those of which only the name is known.
    public List<Definition> definitionsAround(TableName table) {
        return definitions.things().values().stream()
                .filter(d -> d.table().filter(t -> sameTable(t, table)).isPresent()
                        || grammar.hasWord(d.sql(), table.name()))
                .toList();
    }

    /// Why the views and triggers around a table can't be told, if they can't.
    public Optional<String> doubtAboutDefinitions() {
        return definitions.doubts().findFirst();
    }

    /// The schema after an operation.
    public Evolution after(Operation operation) {
        return new EvolutionStep(grammar, tables, enumerations, sequences, definitions).after(operation);
    }

    boolean sameTable(TableName one, TableName other) {
        return grammar.canonical(one).equals(grammar.canonical(other));
    }

    private TableName canonical(Optional<String> schema, String name) {
        return grammar.canonical(new TableName(schema, name));
    }
}
