package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// What `op.execute` and `op.bulk_insert` are given, as operations.
public final class Execution {
    private Execution() {}

    /// A statement: a text, which is read as `sa.text` reads it, or an expression.
    public static Operation statement(Value value) {
        return switch (value) {
            case Text text -> executed(WrittenText.of(text).expression());
            case ExpressionValue expression -> executed(expression.expression());
            default -> throw PythonFault.raised("ArgumentError",
                    "Executable SQL or text() construct expected, got %s".formatted(Given.described(value)));
        };
    }

    /// Names in a text that have no value are an error where the statement is sent.
    public static void refuseUnbound(Value value) {
        if (value instanceof WrittenText text) {
            text.unbound().ifPresent(name -> {
                throw PythonFault.raised("StatementError",
                        "A value is required for bind parameter '%s'".formatted(name));
            });
        }
    }

    private static Operation executed(SqlExpression expression) {
        return expression instanceof SqlExpression.Written(var sql)
                ? new Operation.Execute(sql)
                : new Operation.ExecuteExpression(expression);
    }

    /// The rows of `op.bulk_insert`, a list of dictionaries.
    public static Operation.InsertRows rows(TableValue table, Value rows, boolean together) {
        var source = table.source();
        var read = new ArrayList<Map<String, SqlExpression>>();
        rows.iterator().forEachRemaining(row -> {
            if (!(row instanceof Dictionary dictionary)) {
                throw PythonFault.raised("TypeError", "List of dictionaries expected");
            }
            read.add(row(source, dictionary));
        });
        var name = new TableName(source.schema(), source.name());
        List<Column> columns = source.columns().stream().map(c -> Column.of(c.name(), c.type())).toList();
        return new Operation.InsertRows(name, columns, read, together);
    }

    private static Map<String, SqlExpression> row(Source.Table table, Dictionary given) {
        given.entries().keySet().stream().filter(k -> table.column(k.shown()).isEmpty()).findFirst().ifPresent(k -> {
            throw PythonFault.raised("CompileError",
                    "Unconsumed column names: %s; the table %s has no such column".formatted(k.shown(), table.name()));
        });
        var row = new LinkedHashMap<String, SqlExpression>();
        for (var column : table.columns()) {
            var value = given.entries().get(new Text(column.name()));
            if (value != null) {
                row.put(column.name(), Expressions.of(value, column.type()));
            } else {
                column.preset().ifPresent(preset -> row.put(column.name(), preset));
            }
        }
        return row;
    }
}
