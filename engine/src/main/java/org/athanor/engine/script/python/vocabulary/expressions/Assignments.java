package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement.Assignment;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.SqlType;

/// The values of a row, by the columns that get them.
final class Assignments {
    private Assignments() {}

    /// From a dictionary, or from a list that holds a value for each column.
    static List<Assignment> of(Source table, Value row) {
        if (row instanceof Dictionary dictionary) {
            return of(table, dictionary.entries());
        }
        var values = Expressions.elements(row);
        var columns = table.columns();
        if (values.size() > columns.size()) {
            throw PythonFault.raised("ArgumentError",
                    "A row of %d values for a table of %d columns".formatted(values.size(), columns.size()));
        }
        var assignments = new ArrayList<Assignment>();
        for (int i = 0; i < values.size(); i++) {
            assignments.add(assigned(columns.get(i), values.get(i)));
        }
        return assignments;
    }

    static List<Assignment> of(Source table, Map<Value, Value> values) {
        var assignments = new ArrayList<Assignment>();
        values.forEach((column, value) -> assignments.add(assigned(column(table, name(column)), value)));
        return assignments;
    }

    static List<Assignment> named(Source table, Map<String, Value> values) {
        var byName = new LinkedHashMap<Value, Value>();
        values.forEach((name, value) -> byName.put(new Text(name), value));
        return of(table, byName);
    }

    private static Assignment assigned(Source.Column column, Value value) {
        return new Assignment(column.name(), Expressions.of(value, column.type()));
    }

    static Source.Column column(Source table, String name) {
        return table.column(name).orElseThrow(() -> PythonFault.raised("CompileError",
                "Unconsumed column names: " + name));
    }

    /// The name of a column that a text or the column itself gives.
    static String name(Value column) {
        return switch (column.plain()) {
            case Text text -> text.value();
            case ExpressionValue e when e.expression() instanceof SqlExpression.ColumnName named -> named.name();
            default -> throw PythonFault.raised("ArgumentError",
                    "Column name or column expected, got %s.".formatted(Given.described(column)));
        };
    }

    /// Columns by name or as they are, as ON CONFLICT names them.
    static List<SqlExpression> elements(Value values) {
        return Expressions.elements(values).stream().<SqlExpression>map(v -> v.plain() instanceof Text text
                ? SqlExpression.column(text.value(), SqlType.UNKNOWN)
                : Expressions.of(v)).toList();
    }
}
