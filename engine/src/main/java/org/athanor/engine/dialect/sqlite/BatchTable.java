package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.ColumnRename;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.RebuildOptions;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// A table on its way through the changes of one rebuild. Columns are told by the names that they had before; those that are
/// renamed get their new names in the end.
final class BatchTable {
    private final Dialect dialect;
    private final Table original;
    private final RebuildOptions options;
    private final boolean reflected;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, String> newNames = new LinkedHashMap<>();
    private final Map<String, SqlType> casts = new HashMap<>();
    private final List<String> kept = new ArrayList<>();
    private final BatchConstraints constraints;
    private final BatchIndexes indexes;
    private final ColumnOrder order;

    BatchTable(Dialect dialect, TypeChecks typeChecks, Table original, RebuildOptions options, boolean reflected) {
        this.dialect = dialect;
        this.original = original;
        this.options = options;
        this.reflected = reflected;
        original.columns().forEach(c -> columns.put(c.name(), c));
        this.kept.addAll(columns.keySet());
        this.order = new ColumnOrder(kept, options.orders());
        this.constraints = new BatchConstraints(dialect.grammar(), typeChecks, original, options.moreConstraints());
        this.indexes = new BatchIndexes(dialect.grammar(), original.indexes());
    }

    /// A value's way from the old table into the new one.
    record Transfer(String from, String to, Optional<SqlType> cast) {}

    /// The table as it is in the end, what is copied into it, and whether the old one counted its rows.
    record Result(Table table, List<Transfer> transfers, Map<String, String> newNames, boolean counted) {}

    void apply(Operation change) throws Unsupported {
        switch (change) {
            case Operation.AddColumn added -> add(added);
            case Operation.DropColumn dropped -> drop(dropped);
            case Operation.AlterColumn(_, var column, var changed) -> alter(key(column), changed);
            case Operation.AddConstraint(_, var constraint) -> constraints.add(constraint);
            case Operation.DropConstraint(_, var name, _, _) -> dropConstraint(name);
            case Operation.CreateIndex(_, var index, _) -> indexes.add(index);
            case Operation.DropIndex(_, _, var name, var ifExists, _) -> indexes.drop(name, ifExists);
            case Operation.CommentTable _ -> {
            }
            default -> throw new Unsupported("This can't be done while a table is rebuilt",
                    "Move it out of \"with op.batch_alter_table(…)\"");
        }
    }

    /// Looks, when all changes are made, whether one of them stands on columns that the table doesn't have.
    void check(Operation change) throws Unsupported {
        switch (change) {
            case Operation.AddConstraint(_, var constraint) -> columnCheck().check(constraint);
            case Operation.CreateIndex(_, var index, _) -> columnCheck().check(index);
            case Operation.AlterColumn(_, _, var changed) when changed.newName().isPresent() ->
                checkUnique(changed.newName().get());
            default -> {
            }
        }
    }

    private BatchColumns columnCheck() {
        return new BatchColumns(original.name(), columns.keySet(), newNames);
    }

    private void checkUnique(String newName) throws Unsupported {
        long bearers = columns.keySet().stream().map(c -> newNames.getOrDefault(c, c))
                .filter(c -> dialect.grammar().same(c, newName)).count();
        if (bearers > 1) {
            throw new Unsupported("%s has another column %s already".formatted(original.name(), newName),
                    "Rename or drop that one, too, or take another name");
        }
    }

    Result result() throws Unsupported {
        for (var constraint : options.moreConstraints()) {
            columnCheck().check(constraint);
        }
        var names = order.of(List.copyOf(columns.keySet()));
        var all = new ArrayList<Column>();
        names.forEach(name -> all.add(Objects.requireNonNull(columns.get(name))));
        all.addAll(options.moreColumns());
        var settings = new HashMap<>(original.settings());
        settings.putAll(options.settings());
        var table = new Table(original.name(), all, List.of(), List.of(), original.comment(), settings,
                original.prefixes());
        var lost = original.columns().stream().map(Column::name).filter(name -> !columns.containsKey(name)).toList();
        var unnamed = indexes.in(constraints.in(table, lost, newNames.values()), lost, newNames.values());
        return new Result(constraints.withTypeChecks(renamed(unnamed)), transfers(names), newNames,
                Rebuilds.counts(original));
    }

    private List<Transfer> transfers(List<String> names) {
        return names.stream().filter(kept::contains)
                .filter(n -> !(Objects.requireNonNull(columns.get(n)).filling() instanceof Filling.Computed))
                .map(n -> new Transfer(n, newNames.getOrDefault(n, n), Optional.ofNullable(casts.get(n)))).toList();
    }

    /// Two columns may swap their names, so each goes through a name that no other one has.
    private Table renamed(Table table) {
        var rename = new ColumnRename(dialect.grammar());
        var result = table;
        for (var old : newNames.keySet()) {
            result = rename.in(result, old, "\u0000" + old);
        }
        for (var entry : newNames.entrySet()) {
            result = rename.in(result, "\u0000" + entry.getKey(), entry.getValue());
        }
        return result;
    }

    private String key(String column) throws Unsupported {
        if (columns.containsKey(column)) {
            return column;
        }
        return newNames.entrySet().stream().filter(e -> e.getValue().equals(column)).map(Map.Entry::getKey)
                .findFirst().orElseThrow(() -> new Unsupported("%s has no column %s".formatted(original.name(), column),
                        "Check the name; it is the one that the column has at this step"));
    }

    private void add(Operation.AddColumn added) throws Unsupported {
        var name = added.column().name();
        if (columns.containsKey(name)) {
            if (added.ifNotExists()) {
                return;
            }
            throw new Unsupported("%s already has a column %s".formatted(original.name(), name),
                    "Take it away, or give the new column another name");
        }
        order.add(name, Optional.ofNullable(options.positions().get(name)));
        columns.put(name, added.column());
        for (var constraint : added.constraints()) {
            constraints.addWithColumn(constraint);
        }
        added.indexes().forEach(indexes::add);
    }

    private void drop(Operation.DropColumn dropped) throws Unsupported {
        if (dropped.ifExists() && !columns.containsKey(dropped.column())) {
            return;
        }
        var name = key(dropped.column());
        columns.remove(name);
        kept.remove(name);
        newNames.remove(name);
        order.drop(name);
        constraints.dropColumn(name);
    }

    private void alter(String name, ColumnChange change) throws Unsupported {
        var column = Objects.requireNonNull(columns.get(name));
        change.newName().filter(n -> !n.equals(name)).ifPresent(n -> newNames.put(name, n));
        if (change.type().isPresent()) {
            var type = change.type().get();
            if (needsCast(column.type(), type)) {
                casts.put(name, type);
            }
            if (reflected) {
                constraints.keepCheckOf(column);
            }
            if (change.existingType().isPresent()) {
                constraints.dropCheckOf(column, change.existingType().get());
            }
            constraints.dropUnnamedCheckOf(name);
        }
        columns.put(name,
                new Column(column.name(), change.type().map(t -> collated(column, t, change)).orElse(column.type()),
                        change.nullable().orElse(column.nullable()), change.filling().orElse(column.filling()),
                        change.counting().map(c -> c ? Column.Counting.YES : Column.Counting.NO)
                                .orElse(column.counting()),
                        change.comment().orElse(column.comment()), column.checks(), column.settings()));
    }

    /// A new type says nothing of how texts are compared where the revision doesn't know that the column has an order of its
    /// own. A table that is written down in the revision (`copy_from`) says all of it.
    private SqlType collated(Column column, SqlType type, ColumnChange change) {
        boolean isKnown = !reflected || change.existingType().filter(t -> collation(t).isPresent()).isPresent();
        return !isKnown && collation(column.type()).isPresent()
                && type instanceof SqlType.Characters(var kind, var length, var own) && own.isEmpty()
                        ? new SqlType.Characters(kind, length, collation(column.type()))
                        : type;
    }

    private static Optional<String> collation(SqlType type) {
        return type instanceof SqlType.Characters characters ? characters.collation() : Optional.empty();
    }

    private boolean needsCast(SqlType from, SqlType to) throws Unsupported {
        var before = reflected ? Affinity.declared(dialect.text(from)) : Affinity.of(from);
        var after = Affinity.of(to);
        return before != after && after.survivesCast();
    }

    private void dropConstraint(Optional<Name> name) throws Unsupported {
        if (name.isEmpty()) {
            throw new Unsupported("A constraint of %s without a name can't be dropped".formatted(original.name()),
                    "Name it, or give batch_alter_table a naming_convention that names it");
        }
        var text = name.get().text();
        for (var entry : columns.entrySet()) {
            var column = entry.getValue();
            var withoutCheck = column.checks().stream()
                    .filter(c -> c.name().filter(n -> n.text().equals(text)).isEmpty()).toList();
            if (withoutCheck.size() < column.checks().size()) {
                entry.setValue(new Column(column.name(), column.type(), column.nullable(), column.filling(),
                        column.counting(), column.comment(), withoutCheck, column.settings()));
                return;
            }
        }
        if (constraints.drop(text)) {
            return;
        }
        for (var entry : columns.entrySet()) {
            var column = entry.getValue();
            if (constraints.isCheckOf(column, text)) {
                entry.setValue(new Column(column.name(), TypeChecks.unchecked(column.type()), column.nullable(),
                        column.filling(), column.counting(), column.comment(), column.checks(), column.settings()));
                return;
            }
        }
        throw new Unsupported("No such constraint: '%s' in %s".formatted(text, original.name()),
                "Check the name; for one without a name, give batch_alter_table a naming_convention");
    }
}
