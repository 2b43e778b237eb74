package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Items;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.SqlType;

/// `in_` and `not_in`.
final class Membership {
    private Membership() {}

    static SqlExpression of(SqlExpression value, Known operator, Value among) {
        return Combining.comparison(value, operator, right(value, among));
    }

    private static SqlExpression right(SqlExpression value, Value among) {
        return switch (among) {
            case BoundParameter parameter -> parameter.among(value.type()).expression();
            case SourceValue source -> Subqueries.rows(source).<SqlExpression>map(Expressions::query)
                    .orElseThrow(() -> notAmong(among));
            case ExpressionValue expression -> query(expression.expression());
            case Text _ -> throw notAmong(among);
            default -> value instanceof Combined.Tuple tuple
                    ? tuples(tuple, Expressions.elements(among))
                    : items(value.type(), Expressions.elements(among));
        };
    }

    private static PythonFault notAmong(Value among) {
        return PythonFault.raised("ArgumentError",
                "IN expression list, SELECT construct, or bound parameter object expected, got %s."
                        .formatted(Given.described(among)));
    }

    private static SqlExpression query(SqlExpression expression) {
        return expression instanceof Statement.Rows rows ? Expressions.query(rows) : expression;
    }

    /// The type of the first one decides on how all of them are written.
    static SqlExpression items(SqlType type, List<Value> values) {
        var first = values.stream().filter(v -> !(v instanceof ExpressionValue)).findFirst()
                .map(v -> Expressions.beside(type, v).type()).orElse(type);
        return new Items(values.stream().map(v -> Expressions.of(v, first)).toList(), first);
    }

    private static SqlExpression tuples(Combined.Tuple tuple, List<Value> values) {
        return new Items(values.stream().map(v -> tuple(tuple, v)).toList(), SqlType.UNKNOWN);
    }

    private static SqlExpression tuple(Combined.Tuple tuple, Value value) {
        if (value instanceof ExpressionValue expression) {
            return expression.expression();
        }
        var elements = Expressions.elements(value);
        var typed = new ArrayList<SqlExpression>();
        for (int i = 0; i < elements.size(); i++) {
            var type = i < tuple.values().size() ? tuple.values().get(i).type() : SqlType.UNKNOWN;
            typed.add(Expressions.beside(type, elements.get(i)));
        }
        return new Combined.Tuple(typed);
    }
}
