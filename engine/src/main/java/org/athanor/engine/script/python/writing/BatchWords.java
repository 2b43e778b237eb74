package org.athanor.engine.script.python.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
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
        var arguments = new ArrayList<String>();
        arguments.add(Words.text(rebuild.table().name()));
        arguments.add("schema=" + rebuild.table().schema().map(Words::text).orElse("None"));
        if (rebuild.changes().stream().map(Placed::operation).allMatch(Operation.AddColumn.class::isInstance)) {
            arguments.add("recreate='always'");
        }
        var lines = new ArrayList<String>();
        if (described.isPresent()) {
            lines.add("with op.batch_alter_table(");
            arguments.forEach(a -> lines.add("    " + a + ","));
            lines.addAll(description(described.get()));
            lines.addAll(added(options.moreConstraints()));
            lines.add(") as batch_op:");
        } else {
            lines.add("with op.batch_alter_table(%s) as batch_op:".formatted(String.join(", ", arguments)));
        }
        var inBatch = new OperationWords(words, tables, Optional.of(rebuild.table()));
        for (var change : rebuild.changes()) {
            inBatch.lines(change.operation()).forEach(line -> lines.add("    " + line));
        }
        if (lines.getLast().endsWith("batch_op:")) {
            lines.add("    pass");
        }
        lines.add("");
        return lines;
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
