package org.athanor.engine.dialect;

import java.util.ArrayList;

import org.athanor.engine.schema.Table;

/// How tables are made.
public abstract class TableDefinitions {
    protected final Names names;
    private final ColumnDefinitions columns;
    private final ConstraintDefinitions constraints;

    protected TableDefinitions(Names names, ColumnDefinitions columns, ConstraintDefinitions constraints) {
        this.names = names;
        this.columns = columns;
        this.constraints = constraints;
    }

    /// CREATE TABLE with columns and constraints.
    public final String text(Table table, boolean ifNotExists) throws Unsupported {
        var lines = new ArrayList<String>();
        for (var column : table.columns()) {
            lines.add("    " + columns.text(table, column));
        }
        for (var constraint : constraints.ordered(table)) {
            if (!constraints.isAddedLater(constraint)) {
                constraints.text(table, constraint).ifPresent(text -> lines.add("    " + text));
            }
        }
        var prefixes = table.prefixes().isEmpty() ? "" : String.join(" ", table.prefixes()) + " ";
        return "CREATE " + prefixes + "TABLE " + (ifNotExists ? "IF NOT EXISTS " : "") + names.qualified(table.name())
                + " (\n" + String.join(",\n", lines) + "\n)" + options(table);
    }

    /// What stands behind the columns and constraints.
    protected abstract String options(Table table) throws Unsupported;
}
