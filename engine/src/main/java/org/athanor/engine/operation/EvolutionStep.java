package org.athanor.engine.operation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.athanor.engine.operation.Evolution.Standing;
import org.athanor.engine.operation.TableChanges.Misfit;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// What one operation makes of a schema.
final class EvolutionStep {
    private static final String REWRITTEN = "the database has rewritten the text of %s since";

    private final Grammar grammar;
    private final ColumnRename renames;
    private Tables tables;
    private Shelf<SqlType.Enumeration> enumerations;
    private Shelf<Sequence> sequences;
    private Shelf<Definition> definitions;

    EvolutionStep(Grammar grammar, Shelves before) {
        this.grammar = grammar;
        this.renames = new ColumnRename(grammar);
        this.tables = before.tables();
        this.enumerations = before.enumerations();
        this.sequences = before.sequences();
        this.definitions = before.definitions();
    }

    Shelves after(Operation operation) {
        apply(operation);
        return shelves();
    }

    private Shelves shelves() {
        return new Shelves(tables, enumerations, sequences, definitions);
    }

    private Evolution evolution() {
        return new Evolution(grammar, shelves());
    }

    private void apply(Operation operation) {
        switch (operation) {
            case Operation.CreateTable created -> create(created);
            case Operation.DropTable(var table, _) -> drop(table);
            case Operation.RenameTable(var table, var newName) -> rename(table, newName);
            case Operation.AddColumn added -> add(added);
            case Operation.DropColumn(var table, var column, var ifExists) ->
                change(table, t -> changes(t).withoutColumn(column, ifExists));
            case Operation.AlterColumn(var table, var column, var change) -> alter(table, column, change);
            case Operation.CreateIndex created -> change(created.table(), t -> changes(t).withIndex(created));
            case Operation.DropIndex dropped -> drop(dropped);
            case Operation.AddConstraint(var table, var constraint) ->
                change(table, t -> changes(t).withConstraint(constraint));
            case Operation.DropConstraint(var table, var name, _, var ifExists) ->
                change(table, t -> changes(t).withoutConstraint(name, ifExists));
            case Operation.CommentTable(var table, var comment) ->
                change(table, t -> changes(t).withComment(comment));
            case Operation.CreateEnumeration(var type, _) -> create(type);
            case Operation.DropEnumeration(var type, _) -> type.name().ifPresent(
                    name -> enumerations = enumerations.without(canonical(type.schema(), name.text())));
            case Operation.CreateDomain _,Operation.DropDomain _,Operation.CreateSchema _ -> {
            }
            case Operation.DropSchema(var schema, _, _) -> dropSchema(schema);
            case Operation.CreateSequence(var sequence, _, _) ->
                sequences = sequences.with(grammar.canonical(sequence.name()), sequence);
            case Operation.DropSequence(var sequence, _, _) ->
                sequences = sequences.without(grammar.canonical(sequence));
            case Operation.Execute(var sql) -> grammar.effects(sql).forEach(this::apply);
            case Operation.ExecuteExpression _,Operation.InsertRows _ -> {
            }
            case Operation.Rebuild rebuild -> rebuild(rebuild);
            case Operation.OutsideTransaction(var operations) -> operations.forEach(o -> apply(o.operation()));
        }
    }

    private void apply(SqlEffect effect) {
        switch (effect) {
            case SqlEffect.Does(var operation) -> apply(operation);
            case SqlEffect.Defines(var definition) ->
                definitions = definitions.with(grammar.canonical(definition.name()), definition);
            case SqlEffect.Undefines(_, var name) -> definitions = definitions.without(grammar.canonical(name));
            case SqlEffect.DropsReferences(var table) -> dropReferences(table);
            case SqlEffect.RenamesConstraint(var table, var name, var newName) ->
                change(table, t -> changes(t).withConstraintNamed(name, newName));
            case SqlEffect.ChangesEnumeration(var type, var change) -> change(type, change);
            case SqlEffect.Doubts(var table, var reason) ->
                tables = tables.with(grammar.canonical(table), new Shelf.Entry.Doubtful<>(reason));
            case SqlEffect.DoubtsType(var type, var reason) ->
                enumerations = enumerations.with(grammar.canonical(type), new Shelf.Entry.Doubtful<>(reason));
            case SqlEffect.DoubtsSequence(var sequence, var reason) ->
                sequences = sequences.with(grammar.canonical(sequence), new Shelf.Entry.Doubtful<>(reason));
            case SqlEffect.DoubtsEverything(var reason) -> {
                tables = Tables.doubtful(reason, grammar);
                enumerations = Shelf.doubtful(reason);
                sequences = Shelf.doubtful(reason);
                definitions = Shelf.doubtful(reason);
            }
        }
    }

    private TableChanges changes(Table table) {
        return new TableChanges(grammar, table);
    }

    /// A change that may turn out not to fit.
    private interface Change {
        Table of(Table table) throws Misfit;
    }

    /// Changes a table that is known; one that doesn't look as the change expects is known no longer.
    private void change(TableName name, Change change) {
        var key = grammar.canonical(name);
        tables.thing(key).ifPresent(table -> {
            try {
                tables = tables.with(key, change.of(table));
            } catch (Misfit misfit) {
                tables = tables.with(key, new Shelf.Entry.Doubtful<>(misfit.reason()));
            }
        });
    }

    private void create(Operation.CreateTable created) {
        var name = grammar.canonical(created.table().name());
        switch (tables.at(name)) {
            case Shelf.Entry.Gone<Table> _ -> put(name, created.table());
            case Shelf.Entry.There<Table> _ -> {
                if (!created.ifNotExists()) {
                    tables = tables.with(name, new Shelf.Entry.Doubtful<>(name + " was there before it was created"));
                }
            }
            case Shelf.Entry.Doubtful<Table>(_) -> {
                if (!created.ifNotExists()) {
                    put(name, created.table());
                }
            }
        }
    }

    private void put(TableName name, Table table) {
        tables = tables.with(name, grammar.named(table));
        table.columns().forEach(c -> enumeration(c.type()).ifPresent(this::create));
    }

    /// The enumeration that comes with a table.
    private static Optional<SqlType.Enumeration> enumeration(SqlType type) {
        return switch (type) {
            case SqlType.Enumeration e when e.nativeType()
                    && e.making() == SqlType.Enumeration.Making.WITH_TABLE ->
                Optional.of(e);
            case SqlType.Array(var element, _) -> enumeration(element);
            case SqlType.Variants variants ->
                enumeration(variants.byProduct().getOrDefault("postgresql", variants.otherwise()));
            default -> Optional.empty();
        };
    }

    /// A column doesn't bring its type: somebody else must have made that one.
    private void add(Operation.AddColumn added) {
        change(added.table(), t -> changes(t).withColumn(added));
        enumeration(added.column().type()).flatMap(type -> type.name().map(n -> canonical(type.schema(), n.text())))
                .filter(name -> enumerations.at(name) instanceof Shelf.Entry.Gone<SqlType.Enumeration>)
                .ifPresent(name -> enumerations = enumerations.with(name,
                        new Shelf.Entry.Doubtful<>("A column of the type %s was added".formatted(name))));
    }

    private void create(SqlType.Enumeration type) {
        type.name().map(name -> canonical(type.schema(), name.text()))
                .filter(name -> !(enumerations.at(name) instanceof Shelf.Entry.There<SqlType.Enumeration>))
                .ifPresent(name -> enumerations = enumerations.with(name, type));
    }

    private void change(TableName name, SqlEffect.EnumerationChange change) {
        var key = grammar.canonical(name);
        enumerations.thing(key).ifPresent(type -> {
            enumerations = enumerations.without(key);
            var changed = EnumerationValues.after(type, change);
            enumerations = enumerations.with(
                    canonical(changed.schema(), changed.name().map(Object::toString).orElse("")), changed);
        });
    }

    private void drop(TableName table) {
        var name = grammar.canonical(table);
        tables = tables.without(name);
        definitions.things().forEach((key, definition) -> {
            if (definition.table().map(grammar::canonical).filter(name::equals).isPresent()) {
                definitions = definitions.without(key);
            }
        });
    }

    /// A schema goes with all that is in it.
    private void dropSchema(String schema) {
        var own = canonical(Optional.of(schema), "x").schema();
        tables.forEach((name, table) -> {
            if (name.schema().equals(own)) {
                dropReferences(name);
                tables = tables.without(name);
            }
        });
        enumerations.forEach((name, _) -> enumerations = name.schema().equals(own)
                ? enumerations.without(name)
                : enumerations);
        sequences.forEach((name, _) -> sequences = name.schema().equals(own) ? sequences.without(name) : sequences);
    }

    private void rename(TableName from, String newName) {
        var oldKey = grammar.canonical(from);
        var entry = tables.at(oldKey);
        var to = from.renamed(newName);
        tables = tables.without(oldKey).with(grammar.canonical(to),
                entry instanceof Shelf.Entry.There<Table>(var table)
                        ? new Shelf.Entry.There<>(table.withName(table.name().renamed(newName)))
                        : entry);
        changeReferring(from, table -> mapped(table, c -> c instanceof Constraint.ForeignKey key
                && grammar.canonical(key.target()).equals(oldKey)
                        ? pointingAt(key, key.target().renamed(newName))
                        : c));
        doubtDefinitions(from.name());
        definitions.things().forEach((key, definition) -> {
            if (definition.table().map(grammar::canonical).filter(oldKey::equals).isPresent()) {
                definitions = definitions.with(key, new Shelf.Entry.Doubtful<>(REWRITTEN.formatted(key)));
            }
        });
    }

    private static Constraint pointingAt(Constraint.ForeignKey key, TableName target) {
        return new Constraint.ForeignKey(key.name(), key.columns(), target, key.targetColumns(), key.onDelete(),
                key.onUpdate(), key.match(), key.timing(), key.settings());
    }

    private void alter(TableName table, String column, ColumnChange change) {
        change(table, t -> changes(t).withColumn(column, change));
        change.newName().ifPresent(newName -> follow(table, column, newName));
    }

    /// What other tables, views and triggers say of a column that has another name now.
    private void follow(TableName table, String column, String newName) {
        changeReferring(table, t -> mapped(t, c -> renames.inTarget(c, table, column, newName)));
        doubtDefinitions(table.name(), column);
    }

    private void doubtDefinitions(String... words) {
        definitions.things().forEach((key, definition) -> {
            if (Arrays.stream(words).allMatch(word -> grammar.hasWord(definition.sql(), word))) {
                definitions = definitions.with(key, new Shelf.Entry.Doubtful<>(REWRITTEN.formatted(key)));
            }
        });
    }

    private void dropReferences(TableName target) {
        var name = grammar.canonical(target);
        changeReferring(target, table -> table.withConstraints(table.constraints().stream()
                .filter(c -> !(c instanceof Constraint.ForeignKey key && grammar.canonical(key.target()).equals(name)))
                .toList()));
    }

    private static Table mapped(Table table, Function<Constraint, Constraint> change) {
        return table.withConstraints(table.constraints().stream().map(change).toList());
    }

    /// Changes the tables that have foreign keys to a table.
    private void changeReferring(TableName target, UnaryOperator<Table> change) {
        tables.referringTo(target).forEach(
                referrer -> tables = tables.with(referrer.getKey(), change.apply(referrer.getValue())));
    }

    private void drop(Operation.DropIndex dropped) {
        var told = dropped.table().map(t -> new TableName(t.schema().or(dropped::schema), t.name()))
                .map(grammar::canonical);
        var owner = told.filter(t -> tables.thing(t).filter(table -> changes(table).hasIndex(dropped.name()))
                .isPresent()).or(() -> owner(dropped));
        owner.ifPresentOrElse(
                key -> change(key, table -> changes(table).withoutIndex(dropped.name())),
                () -> told.filter(_ -> !dropped.ifExists()).ifPresent(t -> change(t, table -> {
                    throw new Misfit("%s has no index %s as far as is known".formatted(t, dropped.name()));
                })));
    }

    /// An index belongs to a table, but is dropped by its own name alone.
    private Optional<TableName> owner(Operation.DropIndex dropped) {
        return tables.find((key, table) -> grammar.canonical(key.renamed("x"))
                .equals(canonical(dropped.schema().or(key::schema), "x")) && changes(table).hasIndex(dropped.name()));
    }

    private void rebuild(Operation.Rebuild rebuild) {
        var copied = grammar.copied(rebuild, evolution());
        if (copied.isEmpty()) {
            rebuild.changes().forEach(change -> apply(change.operation()));
            return;
        }
        var key = grammar.canonical(rebuild.table());
        tables = tables.with(key, switch (copied.get()) {
            case Standing.Known(var table) -> new Shelf.Entry.There<>(table);
            case Standing.Absent() -> new Shelf.Entry.Gone<>();
            case Standing.Doubtful(var reason) -> new Shelf.Entry.Doubtful<>(reason);
        });
        rebuild.changes().forEach(change -> {
            if (change.operation() instanceof Operation.AlterColumn(var table, var column, var changed)) {
                changed.newName().ifPresent(newName -> follow(table, column, newName));
            }
        });
    }

    private TableName canonical(Optional<String> schema, String name) {
        return grammar.canonical(new TableName(schema, name));
    }
}
