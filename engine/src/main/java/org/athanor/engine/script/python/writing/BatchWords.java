package org.athanor.engine.script.python.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.operation.RebuildOptions;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// A rebuild as `op.batch_alter_table`. Alembic reads the table from the database, and loses what it can't read there; a table
/// that has any of that is described in full (`copy_from`).
final class BatchWords {
    private final Words words;
    private final TableWords tables;

    BatchWords(Words words, TableWords tables) {
        this.words = words;
        this.tables = tables;
    }

    List<String> lines(Operation.Rebuild rebuild, Evolution before) throws Unsayable {
        var options = rebuild.options();
        var described = options.copyFrom().or(() -> standing(rebuild, before).filter(BatchWords::isHardToRead));
        if (described.isEmpty()) {
            return batch(rebuild, Optional.empty(), List.of(), before.after(rebuild));
        }
        var keys = options.moreConstraints().stream().filter(c -> !columns(c).isEmpty()).toList();
        var others = options.moreConstraints().stream().filter(c -> !keys.contains(c)).toList();
        var known = keys.stream().filter(
                k -> columns(k).stream().allMatch(c -> described.get().column(c).isPresent())).toList();
        var late = keys.stream().filter(k -> !known.contains(k)).toList();
        var first = with(rebuild, Stream.concat(others.stream(), known.stream()).toList());
        var between = before.after(first);
        var lines = batch(first, Optional.of(with(described.get(), known)), others, between);
        if (!late.isEmpty()) {
            var made = standing(rebuild, between).orElseThrow(() -> new Unsayable("a key of a new column"));
            var second = new Operation.Rebuild(rebuild.table(), first.options(), List.of());
            lines.addAll(batch(second, Optional.of(with(made, late)), List.of(), before.after(rebuild)));
        }
        return lines;
    }

    /// The columns of a constraint that Alembic makes right only if it stands in the description: it doesn't find the table that
    /// another foreign key points at, and sorts the columns of another primary key. That of a new column can stand there once
    /// the column does, in a batch of its own.
    private static List<String> columns(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.columns();
            case Constraint.ForeignKey key -> key.columns();
            case Constraint.Unique _,Constraint.Check _,Constraint.Exclude _ -> List.of();
        };
    }

    private static Table with(Table table, List<Constraint> more) {
        return table.withConstraints(Stream.concat(table.constraints().stream(), more.stream()).toList());
    }

    private static Operation.Rebuild with(Operation.Rebuild rebuild, List<Constraint> more) {
        var o = rebuild.options();
        return new Operation.Rebuild(rebuild.table(), new RebuildOptions(o.recreate(), o.copyFrom(), o.moreColumns(),
                more, o.settings(), o.reflectedColumns(), o.conventions(), o.orders(), o.positions()),
                rebuild.changes());
    }

    private List<String> batch(Operation.Rebuild rebuild, Optional<Table> described, List<Constraint> more,
            Evolution after) throws Unsayable {
        var inBatch = new ArrayList<String>();
        boolean copies = false;
        for (var change : rebuild.changes()) {
            var own = lines(rebuild, change.operation(), after);
            copies = copies || !own.isEmpty() && !(change.operation() instanceof Operation.AddColumn);
            own.forEach(line -> inBatch.add("    " + line));
        }
        var arguments = new ArrayList<String>();
        arguments.add(Words.text(rebuild.table().name()));
        arguments.add("schema=" + rebuild.table().schema().map(Words::text).orElse("None"));
        if (!copies) {
            arguments.add("recreate='always'");
        }
        var lines = new ArrayList<String>();
        if (described.isPresent()) {
            lines.add("with op.batch_alter_table(");
            arguments.forEach(a -> lines.add("    " + a + ","));
            lines.addAll(description(withPlainColumns(described.get(), rebuild, after)));
            lines.addAll(added(more));
            lines.add(") as batch_op:");
        } else {
            lines.add("with op.batch_alter_table(%s) as batch_op:".formatted(String.join(", ", arguments)));
        }
        lines.addAll(inBatch.isEmpty() ? List.of("    pass") : inBatch);
        lines.add("");
        return lines;
    }

    /// Alembic doesn't alter what a column is computed from: such a column is dropped and added; one that isn't computed any
    /// longer is described as that, and keeps its values.
    private List<String> lines(Operation.Rebuild rebuild, Operation change, Evolution after) throws Unsayable {
        var inBatch = new OperationWords(words, tables, Optional.of(rebuild.table()));
        if (change instanceof Operation.AlterColumn alter) {
            var column = standing(rebuild, after).flatMap(t -> t.column(alter.column()));
            if (column.isPresent() && alter.change().filling().orElse(Filling.NONE) instanceof Filling.Computed) {
                var lines = new ArrayList<>(
                        inBatch.lines(new Operation.DropColumn(rebuild.table(), alter.column(), false)));
                lines.addAll(inBatch.lines(new Operation.AddColumn(rebuild.table(), column.get(), List.of(), List.of(),
                        false, false, false)));
                return lines;
            }
            if (column.isPresent() && isComputedNoMore(alter.change())) {
                return List.of();
            }
        }
        return inBatch.lines(change);
    }

    private static boolean isComputedNoMore(ColumnChange change) {
        return change.existingFilling().orElse(Filling.NONE) instanceof Filling.Computed
                && change.filling().isPresent() && !(change.filling().get() instanceof Filling.Computed);
    }

    private static Table withPlainColumns(Table described, Operation.Rebuild rebuild, Evolution after) {
        var plain = rebuild.changes().stream().map(Placed::operation)
                .filter(o -> o instanceof Operation.AlterColumn alter && isComputedNoMore(alter.change()))
                .map(o -> ((Operation.AlterColumn) o).column()).toList();
        return described.withColumns(described.columns().stream().map(c -> plain.contains(c.name())
                ? standing(rebuild, after).flatMap(t -> t.column(c.name())).orElse(c)
                : c).toList());
    }

    private static Optional<Table> standing(Operation.Rebuild rebuild, Evolution before) {
        return before.table(rebuild.table()) instanceof Evolution.Standing.Known(var table)
                ? Optional.of(table)
                : Optional.empty();
    }

    private static boolean isHardToRead(Table table) {
        return !table.settings().isEmpty()
                || table.constraints().stream().anyMatch(c -> c instanceof Constraint.Check
                        || !settings(c) || isHardToRead(c))
                || table.indexes().stream().anyMatch(BatchWords::isHardToRead)
                || table.columns().stream().anyMatch(c -> !c.settings().isEmpty() || !c.checks().isEmpty()
                        || c.filling() instanceof Filling.Computed
                        || c.type() instanceof SqlType.Characters(_, _, var collation) && collation.isPresent());
    }

    /// Old ones find names in the text of the table only if these need no quotes.
    private static boolean isHardToRead(Constraint constraint) {
        return constraint.name().map(Name::text).map(n -> !n.matches("[a-z_][a-z0-9_]*"))
                .orElse(!(constraint instanceof Constraint.PrimaryKey));
    }

    private static boolean settings(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey c -> c.settings().isEmpty();
            case Constraint.Unique c -> c.settings().isEmpty();
            case Constraint.ForeignKey c -> c.settings().isEmpty();
            case Constraint.Check c -> c.settings().isEmpty();
            case Constraint.Exclude _ -> true;
        };
    }

    private static boolean isHardToRead(Index index) {
        return !index.settings().isEmpty()
                || index.elements().stream().anyMatch(Index.Element.OfExpression.class::isInstance);
    }

    private List<String> description(Table table) throws Unsayable {
        var lines = new ArrayList<String>();
        lines.add("    copy_from=sa.Table(");
        lines.add("        %s,".formatted(Words.text(table.name().name())));
        lines.add("        sa.MetaData(),");
        for (var part : tables.parts(table)) {
            lines.add("        " + part + ",");
        }
        for (var index : table.indexes()) {
            lines.add("        " + tables.index(index) + ",");
        }
        for (var option : tables.options(table)) {
            lines.add("        " + option + ",");
        }
        lines.add("    ),");
        return lines;
    }

    private List<String> added(List<Constraint> constraints) throws Unsayable {
        if (constraints.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("    table_args=[");
        for (var constraint : constraints) {
            lines.add("        " + tables.constraint(constraint) + ",");
        }
        lines.add("    ],");
        return lines;
    }
}
