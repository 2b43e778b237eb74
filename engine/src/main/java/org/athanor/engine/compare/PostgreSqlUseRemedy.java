package org.athanor.engine.compare;

import org.athanor.engine.operation.ColumnRename;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;

/// What uses a column whose type is made anew under its old name: it speaks of the old type as long as it stands.
final class PostgreSqlUseRemedy {
    private final Comparison comparison;
    private final Phases phases;
    private final PostgreSqlColumnRemedy columns;
    private final PostgreSqlKeyRemedy keys;
    private final ColumnRename names;

    PostgreSqlUseRemedy(Comparison comparison, Phases phases, PostgreSqlColumnRemedy columns,
            PostgreSqlKeyRemedy keys) {
        this.comparison = comparison;
        this.phases = phases;
        this.columns = columns;
        this.keys = keys;
        this.names = new ColumnRename(comparison.dialect().grammar());
    }

    /// What stays goes before the column changes, and comes again afterwards. Plain keys and indexes follow by themselves.
    void putAside(Table table, Column column) {
        columns.computedFrom(table.name(), column);
        for (var constraint : table.constraints()) {
            if (!(constraint instanceof Constraint.PrimaryKey) && !(constraint instanceof Constraint.Unique)
                    && names.uses(table, constraint, column.name())
                    && stays(new Part.OfConstraint(table.name(), constraint))) {
                keys.drop(table.name(), constraint);
                keys.make(table.name(), constraint);
            }
        }
        for (var index : table.indexes()) {
            if (isMoreThanColumns(index) && names.uses(index, column.name())
                    && stays(new Part.OfIndex(table.name(), index))) {
                phases.add(Phase.DROPPED_INDEXES, Operation.DropIndex.of(table.name(), index));
                phases.add(Phase.INDEXES, new Operation.CreateIndex(table.name(), index, false));
            }
        }
    }

    private boolean stays(Part part) {
        return comparison.differences().stream().noneMatch(d -> d.subject().equals(part));
    }

    private static boolean isMoreThanColumns(Index index) {
        return index.settings().containsKey("postgresql_where")
                || index.elements().stream().anyMatch(Index.Element.OfExpression.class::isInstance);
    }
}
