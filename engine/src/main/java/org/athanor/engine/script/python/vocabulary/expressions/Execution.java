package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.Arguments;
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

    /// Parameters that have no value are an error where the statement is sent.
    public static void refuseUnbound(Value value) {
        if (value instanceof ExpressionValue statement) {
            ParameterSet.refuseOpen(statement.expression());
        }
    }

    /// The statement with the values that it is executed with, once for each set. What is wrong with one of them is said
    /// before the first is executed.
    public static List<ExpressionValue> bound(Value statement, List<Dictionary> sets) {
        if (!(statement instanceof ExpressionValue expression)) {
            throw PythonFault.unreadable("execute() of %s with parameters isn't read"
                    .formatted(Given.described(statement)));
        }
        return ParameterSet.of(sets).stream().map(expression::bound).toList();
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
            read.add(row(table, dictionary));
        });
        var name = new TableName(source.schema(), source.name());
        List<Column> columns = source.columns().stream().map(c -> Column.of(c.name(), c.type())).toList();
        return new Operation.InsertRows(name, columns, read, together);
    }

    /// A function of the revision is called for each row that leaves its column out.
    private static SqlExpression preset(TableValue table, Source.Column column, SqlExpression preset) {
        return preset instanceof SqlExpression.OfPython
                ? table.maker(column.name()).flatMap(maker -> made(maker, column)).orElse(preset)
                : preset;
    }

    /// One that wants to know of the statement isn't read.
    private static Optional<SqlExpression> made(Value maker, Source.Column column) {
        try {
            return Optional.of(Expressions.of(maker.call(Arguments.of()), column.type()));
        } catch (PythonFault fault) {
            if (fault.kind() == PythonFault.Kind.RAISED && fault.type().equals("TypeError")) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static Map<String, SqlExpression> row(TableValue value, Dictionary given) {
        var table = value.source();
        given.entries().keySet().forEach(k -> Assignments.column(table, k.shown()));
        var row = new LinkedHashMap<String, SqlExpression>();
        for (var column : table.columns()) {
            var own = given.entries().get(new Text(column.name()));
            if (own != null) {
                row.put(column.name(), Expressions.of(own, column.type()));
            } else {
                column.preset().ifPresent(preset -> row.put(column.name(), preset(value, column, preset)));
            }
        }
        return row;
    }
}
