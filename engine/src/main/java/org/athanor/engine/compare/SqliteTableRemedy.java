package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.operation.RebuildOptions;
import org.athanor.engine.operation.RebuildOptions.Recreate;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// The changes of one table of SQLite: in place if all that is wanted are columns and indexes that it can add, else by one copy.
final class SqliteTableRemedy {
    private final TableName name;
    private final Table actual;
    private final Table wanted;
    private final List<SchemaDifference> differences;
    private final Phases phases;
    private final List<Operation> changes = new ArrayList<>();
    private final List<Constraint> lost = new ArrayList<>();
    private final List<Constraint> added = new ArrayList<>();
    private boolean inPlace = true;
    private boolean byCopyOfItsOwn;

    SqliteTableRemedy(Comparison comparison, TableName name, List<SchemaDifference> differences, Phases phases) {
        this.name = name;
        this.actual = comparison.actual().table(name).orElseThrow();
        this.wanted = comparison.wanted().tables().values().stream()
                .filter(t -> comparison.dialect().grammar().same(t.name().name(), name.name())).findFirst()
                .orElseThrow();
        this.differences = differences;
        this.phases = phases;
    }

    void add() {
        differences.forEach(this::sort);
        constraints();
        if (inPlace) {
            changes.forEach(change -> phases.add(Phase.COLUMNS, change));
        } else {
            var placed = changes.stream().map(change -> new Placed(change, 0)).toList();
            phases.add(Phase.COLUMNS, new Operation.Rebuild(name, options(), placed));
        }
    }

    private void sort(SchemaDifference difference) {
        switch (difference) {
            case Missing(Part.OfColumn(_, var column)) -> {
                changes.add(new Operation.AddColumn(name, column, List.of(), List.of(), false, false, false));
                inPlace = inPlace && mayBeAdded(column);
            }
            case Extra(Part.OfColumn(_, var column)) -> alter(new Operation.DropColumn(name, column.name(), false));
            case Changed(Part.OfColumn(_, var before), Part.OfColumn(_, var after), _) -> {
                alter(new Operation.AlterColumn(name, before.name(), change(before, after)));
                byCopyOfItsOwn = byCopyOfItsOwn || !before.settings().equals(after.settings());
            }
            case Missing(Part.OfIndex(_, var index)) -> create(index);
            case Extra(Part.OfIndex(_, var index)) -> drop(index);
            case Changed(Part.OfIndex(_, var before), Part.OfIndex(_, var after), _) -> {
                drop(before);
                create(after);
            }
            case Missing(Part.OfConstraint(_, var constraint)) -> added.add(constraint);
            case Extra(Part.OfConstraint(_, var constraint)) -> lost.add(constraint);
            case Changed(Part.OfConstraint(_, var before), Part.OfConstraint(_, var after), _) -> {
                lost.add(before);
                added.add(after);
            }
            case Missing _,Extra _,Changed _ -> {
                inPlace = false;
                byCopyOfItsOwn = true;
            }
        }
    }

    private void alter(Operation change) {
        changes.add(change);
        inPlace = false;
    }

    private void create(Index index) {
        phases.add(Phase.INDEXES, new Operation.CreateIndex(name, index, false));
    }

    private void drop(Index index) {
        phases.add(Phase.DROPPED_INDEXES, new Operation.DropIndex(Optional.of(name), name.schema(), index.name(), false,
                Map.of()));
    }

    /// SQLite adds a column only where its value in the rows that are there is a constant.
    private static boolean mayBeAdded(Column column) {
        return switch (column.filling()) {
            case Filling.None _ -> column.nullable();
            case Filling.Text _ -> true;
            case Filling.Default(SqlExpression.Written(var sql)) ->
                sql.matches("[-+]?[0-9.]+|'(?:[^']|'')*'|(?i:true|false)")
                        || sql.equalsIgnoreCase("null") && column.nullable();
            case Filling.Default _,Filling.Computed _,Filling.Identity _ -> false;
        };
    }

    private static ColumnChange change(Column before, Column after) {
        return new ColumnChange(
                before.type().equals(after.type()) ? Optional.empty() : Optional.of(after.type()),
                before.nullable() == after.nullable() ? Optional.empty() : Optional.of(after.nullable()),
                before.filling().equals(after.filling()) ? Optional.empty() : Optional.of(after.filling()),
                Optional.empty(), Optional.empty(), Optional.of(before.type()), Optional.of(before.nullable()),
                Optional.of(before.filling()), Optional.empty(), Optional.empty(), Map.of());
    }

    /// Constraints without a name can't be named in a change: the copy is then made from a description of its own.
    private void constraints() {
        if (lost.isEmpty() && added.isEmpty()) {
            return;
        }
        inPlace = false;
        byCopyOfItsOwn = byCopyOfItsOwn || lost.stream().anyMatch(c -> c.name().isEmpty())
                || added.stream().anyMatch(c -> c.name().isEmpty());
        if (!byCopyOfItsOwn) {
            lost.forEach(c -> changes.addFirst(
                    new Operation.DropConstraint(name, c.name(), Optional.of(c.kind()), false)));
            added.forEach(c -> changes.add(new Operation.AddConstraint(name, c)));
        }
    }

    private RebuildOptions options() {
        if (!byCopyOfItsOwn) {
            return new RebuildOptions(Recreate.ALWAYS, Optional.empty(), List.of(), List.of(), Map.of(), List.of(),
                    Map.of(), List.of(), Map.of());
        }
        changes.removeIf(c -> c instanceof Operation.AddConstraint || c instanceof Operation.DropConstraint);
        Set<Constraint> without = new HashSet<>(lost);
        var droppedIndexes = differences.stream().filter(d -> !(d instanceof Missing))
                .map(d -> d instanceof Changed(var before, _, _) ? before : d.subject())
                .filter(Part.OfIndex.class::isInstance).map(p -> ((Part.OfIndex) p).index()).toList();
        var from = actual.withConstraints(actual.constraints().stream().filter(c -> !without.contains(c)).toList())
                .withIndexes(actual.indexes().stream().filter(i -> !droppedIndexes.contains(i)).toList())
                .withSettings(wanted.settings())
                .withColumns(actual.columns().stream().map(this::withWantedSettings).toList());
        return new RebuildOptions(Recreate.ALWAYS, Optional.of(from), List.of(), added, Map.of(), List.of(), Map.of(),
                List.of(), Map.of());
    }

    private Column withWantedSettings(Column c) {
        var settings = wanted.column(c.name()).map(Column::settings).orElse(c.settings());
        return new Column(c.name(), c.type(), c.nullable(), c.filling(), c.counting(), c.comment(), c.checks(),
                settings);
    }
}
