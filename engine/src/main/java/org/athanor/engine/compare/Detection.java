package org.athanor.engine.compare;

import java.util.LinkedHashMap;

import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;

/// What of a column is compared that Alembic lets a project turn off: `compare_type` and `compare_server_default`.
public record Detection(boolean types, boolean defaults) {
    public static final Detection ALL = new Detection(true, true);

    /// The wanted schema, in which columns are as they are where nobody asks how they should be.
    public Schema applied(Schema actual, Schema wanted, Grammar grammar) {
        if (types && defaults) {
            return wanted;
        }
        var present = new LinkedHashMap<Object, Table>();
        actual.tables().forEach((name, table) -> present.put(grammar.canonical(name), table));
        return wanted.withTables(wanted.tables().values().stream().map(table -> {
            var before = present.get(grammar.canonical(table.name()));
            return before == null ? table : applied(before, table, grammar);
        }).toList());
    }

    private Table applied(Table actual, Table wanted, Grammar grammar) {
        return wanted.withColumns(wanted.columns().stream().map(column -> actual.columns().stream()
                .filter(c -> grammar.same(c.name(), column.name())).findFirst().map(c -> applied(c, column))
                .orElse(column)).toList());
    }

    private Column applied(Column actual, Column wanted) {
        boolean plain = isDefault(actual.filling()) && isDefault(wanted.filling());
        return new Column(wanted.name(), types ? wanted.type() : actual.type(), wanted.nullable(),
                defaults || !plain ? wanted.filling() : actual.filling(), wanted.counting(), wanted.comment(),
                wanted.checks(), wanted.settings());
    }

    private static boolean isDefault(Filling filling) {
        return switch (filling) {
            case Filling.None _,Filling.Text _,Filling.Default _ -> true;
            case Filling.Computed _,Filling.Identity _ -> false;
        };
    }
}
