package org.athanor.engine.operation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// A schema on its way through a plan: as it stands before a step, as far as that is known. It never changes; each
/// operation gives another one that shares what stays the same. What became of the schema is worked out when somebody asks,
/// so that a plan which never asks doesn't look into the database for it.
public final class Evolution {
    private final Grammar grammar;
    private final Supplier<Shelves> start;
    private final Optional<Evolution> previous;
    private final Optional<Change> last;
    private final AtomicReference<Optional<Shelves>> known = new AtomicReference<>(Optional.empty());

    private final boolean inDoubt;

    private Evolution(Grammar grammar, Supplier<Shelves> start, Optional<Evolution> previous,
            Optional<Change> last) {
        this(grammar, start, previous, last, false);
    }

    private Evolution(Grammar grammar, Supplier<Shelves> start, Optional<Evolution> previous, Optional<Change> last,
            boolean inDoubt) {
        this.inDoubt = inDoubt;
        this.grammar = grammar;
        this.start = start;
        this.previous = previous;
        this.last = last;
    }

    /// What leads from one schema to the next.
    private sealed interface Change {
        record Made(Operation operation) implements Change {}

        /// Several at once, which somebody knows.
        record Known(UnaryOperator<Evolution> changes) implements Change {}

        /// None; somebody wants to know that the schema was asked for.
        record Asked(Runnable tell) implements Change {}
    }

    Evolution(Grammar grammar, Shelves shelves) {
        this(grammar, () -> shelves, Optional.empty(), Optional.empty());
    }

    /// From an empty database, or from a reflected one, for a product that reads SQL like this.
    public static Evolution from(Schema schema, Grammar grammar) {
        return new Evolution(grammar, Shelves.of(schema, grammar));
    }

    /// From an empty database, or from a reflected one; any raw SQL puts everything in doubt.
    public static Evolution from(Schema schema) {
        return from(schema, new PlainGrammar());
    }

    /// From a schema that is looked up when somebody asks for it, and not before.
    public static Evolution lookingUp(Supplier<Schema> schema, Grammar grammar) {
        return new Evolution(grammar, () -> Shelves.of(schema.get(), grammar), Optional.empty(), Optional.empty());
    }

    /// From another evolution that is worked out when somebody asks for it, and not before.
    public static Evolution workingOut(Supplier<Evolution> evolution, Grammar grammar) {
        return new Evolution(grammar, () -> evolution.get().shelves(), Optional.empty(), Optional.empty());
    }

    /// From a database of which nothing is known, for a product that reads SQL like this.
    public static Evolution fromUnknown(Grammar grammar) {
        return doubtful(grammar, "the database it runs on isn't known");
    }

    /// From a database of which nothing is known; any raw SQL puts everything in doubt.
    public static Evolution fromUnknown() {
        return fromUnknown(new PlainGrammar());
    }

    /// From a database of which nothing is known, and why.
    public static Evolution doubtful(Grammar grammar, String reason) {
        var unknown = Shelves.unknown(reason, grammar);
        return new Evolution(grammar, () -> unknown, Optional.empty(), Optional.empty(), true);
    }

    /// Whether it began with a schema of which nothing was known.
    public boolean startsInDoubt() {
        var at = this;
        while (at.previous.isPresent()) {
            at = at.previous.get();
        }
        return at.inDoubt;
    }

    /// Works out what is known, from the last schema that was worked out.
    private Shelves shelves() {
        var waiting = new ArrayDeque<Evolution>();
        var at = this;
        while (at.known.get().isEmpty() && at.previous.isPresent()) {
            waiting.push(at);
            at = at.previous.get();
        }
        var shelves = at.known.get().orElseGet(at.start);
        at.known.set(Optional.of(shelves));
        while (!waiting.isEmpty()) {
            at = waiting.pop();
            if (at.last.isPresent()) {
                shelves = after(shelves, at.last.get());
            }
        }
        known.set(Optional.of(shelves));
        return shelves;
    }

    private Shelves after(Shelves shelves, Change change) {
        return switch (change) {
            case Change.Made(var operation) -> new EvolutionStep(grammar, shelves).after(operation);
            case Change.Known(var changes) -> changes.apply(new Evolution(grammar, shelves)).shelves();
            case Change.Asked(var tell) -> {
                tell.run();
                yield shelves;
            }
        };
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
        return switch (shelves().tables().at(grammar.canonical(name))) {
            case Shelf.Entry.There<Table>(var table) -> new Standing.Known(table);
            case Shelf.Entry.Gone<Table>() -> new Standing.Absent();
            case Shelf.Entry.Doubtful<Table>(var reason) -> new Standing.Doubtful(reason);
        };
    }

    /// Whether a type of its own is there; nothing where that can't be told.
    public Optional<Boolean> has(SqlType.Enumeration type) {
        return type.name().flatMap(name -> switch (shelves().enumerations().at(canonical(type.schema(), name.text()))) {
            case Shelf.Entry.There<SqlType.Enumeration> _ -> Optional.of(true);
            case Shelf.Entry.Gone<SqlType.Enumeration> _ -> Optional.of(false);
            case Shelf.Entry.Doubtful<SqlType.Enumeration> _ -> Optional.empty();
        });
    }

    /// The enumeration of this name, if it is known to be there.
    public Optional<SqlType.Enumeration> enumeration(TableName name) {
        return shelves().enumerations().thing(grammar.canonical(name));
    }

    /// Whether a sequence is there; nothing where that can't be told.
    public Optional<Boolean> hasSequence(TableName name) {
        return switch (shelves().sequences().at(grammar.canonical(name))) {
            case Shelf.Entry.There<Sequence> _ -> Optional.of(true);
            case Shelf.Entry.Gone<Sequence> _ -> Optional.of(false);
            case Shelf.Entry.Doubtful<Sequence> _ -> Optional.empty();
        };
    }

    /// All that is known to be there.
    public Schema schema() {
        return shelves().schema();
    }

    /// The foreign keys of other tables that point at a table, with the tables they stand in.
    public List<Map.Entry<Table, ForeignKey>> references(TableName target) {
        var found = new ArrayList<Map.Entry<Table, ForeignKey>>();
        for (var referrer : shelves().tables().referringTo(target)) {
            if (!referrer.getKey().equals(grammar.canonical(target))) {
                var table = referrer.getValue();
                table.constraints().stream().flatMap(c -> c instanceof ForeignKey key ? Stream.of(key) : Stream.of())
                        .filter(key -> sameTable(key.target(), target)).forEach(k -> found.add(Map.entry(table, k)));
            }
        }
        return found;
    }

    /// The views and triggers whose texts name a table, and those of which only the name is known.
    public List<Definition> definitionsAround(TableName table) {
        return shelves().definitions().things().values().stream()
                .filter(d -> d.table().filter(t -> sameTable(t, table)).isPresent()
                        || grammar.hasWord(d.sql(), table.name()))
                .toList();
    }

    /// Why the views and triggers around a table can't be told, if they can't.
    public Optional<String> doubtAboutDefinitions() {
        return shelves().definitions().doubts().findFirst();
    }

    /// The schema after an operation.
    public Evolution after(Operation operation) {
        return then(new Change.Made(operation));
    }

    /// The schema after changes that are worked out when somebody asks for it, and not before.
    public Evolution after(UnaryOperator<Evolution> changes) {
        return then(new Change.Known(changes));
    }

    /// The same schema; this is told when it is asked for.
    public Evolution telling(Runnable asked) {
        return then(new Change.Asked(asked));
    }

    private Evolution then(Change change) {
        return new Evolution(grammar, start, Optional.of(this), Optional.of(change));
    }

    boolean sameTable(TableName one, TableName other) {
        return grammar.canonical(one).equals(grammar.canonical(other));
    }

    private TableName canonical(Optional<String> schema, String name) {
        return grammar.canonical(new TableName(schema, name));
    }
}
