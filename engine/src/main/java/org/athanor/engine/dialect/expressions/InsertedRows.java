package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.expression.Statement.Assignment;
import org.athanor.engine.operation.Operation;

/// The rows of one operation as statements, one for each.
public final class InsertedRows {
    private InsertedRows() {}

    public static List<Statement.Insert> statements(Operation.InsertRows rows) {
        var table = new Source.Table(rows.table().schema(), rows.table().name(),
                rows.columns().stream().map(c -> Source.Column.of(c.name(), c.type())).toList(), false);
        var statements = new ArrayList<Statement.Insert>();
        for (var row : rows.rows()) {
            var values = new ArrayList<Assignment>();
            row.forEach((column, value) -> values.add(new Assignment(column, value)));
            statements.add(insert(table, values));
        }
        return statements;
    }

    private static Statement.Insert insert(Source.Table table, List<Assignment> row) {
        List<SqlExpression> nothing = List.of();
        return new Statement.Insert(table, List.of(row), Optional.empty(), List.of(), true, Optional.empty(), nothing,
                List.of(), List.of());
    }
}
