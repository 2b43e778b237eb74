package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.SqlType;

/// What functions know beside what all expressions know: conditions, windows and orders of their rows.
final class Aggregates {
    private Aggregates() {}

    static Optional<Value> method(SqlExpression function, String name) {
        boolean aggregate = function instanceof SqlExpression.Call || function instanceof Combined.Filtered
                || function instanceof Combined.Ordered;
        return aggregate ? Optional.ofNullable(switch (name) {
            case "filter" -> NativeFunction.of(name, "*criterion", b -> ExpressionValue.of(
                    filtered(function, Expressions.conditions(b.rest()))));
            case "over" ->
                NativeFunction.of(name, "partition_by=None, order_by=None, rows=None, range_=None, groups=None",
                        b -> over(function, b));
            case "within_group" -> NativeFunction.of(name, "*order_by", b -> ExpressionValue.of(
                    new Combined.Ordered(function, b.rest().stream().map(Tails::byName).toList(), true)));
            case "alias" -> NativeFunction.of(name, "name=None, joins_implicitly=False",
                    b -> alias(function, b.given("name")));
            case "select" -> NativeFunction.of(name, "", _ -> SelectValue.choosing(List.of(function)));
            default -> null;
        }) : Optional.empty();
    }

    /// One condition stands as it is, also where a product would compare it with 1 elsewhere.
    private static SqlExpression filtered(SqlExpression function, List<SqlExpression> conditions) {
        if (function instanceof Combined.Filtered(var aggregate, var before)) {
            return filtered(aggregate, SelectValue.joined(List.of(before), conditions));
        }
        return new Combined.Filtered(function,
                conditions.size() == 1 ? conditions.getFirst() : Combining.and(conditions));
    }

    private static Value alias(SqlExpression function, Optional<Value> name) {
        var column = name.map(Value::shown).orElse("anon");
        return new PlainSource(new Source.Alias(
                new Source.OfFunction(function, List.of(Source.Column.of(column, SqlType.UNKNOWN))),
                name.<SourceName>map(n -> new SourceName.Given(n.shown())).orElseGet(() -> new SourceName.Made("anon")),
                false));
    }

    static ExpressionValue over(SqlExpression function, Bound bound) {
        return ExpressionValue.of(new Combined.Windowed(function, several(bound.find("partition_by")),
                several(bound.find("order_by")), frame(bound, "rows", "ROWS").or(() -> frame(bound, "range_", "RANGE"))
                        .or(() -> frame(bound, "groups", "GROUPS"))));
    }

    static List<SqlExpression> several(Optional<Value> given) {
        return given.filter(v -> v != Nothing.NONE)
                .map(v -> (Expressions.isList(v) ? Expressions.elements(v) : List.of(v)).stream().map(Tails::byName)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> frame(Bound bound, String name, String word) {
        return bound.given(name).map(Expressions::elements)
                .map(both -> "%s BETWEEN %s AND %s".formatted(word, edge(both.getFirst(), "PRECEDING"),
                        edge(both.getLast(), "FOLLOWING")));
    }

    private static String edge(Value value, String side) {
        if (value == Nothing.NONE) {
            return "UNBOUNDED " + side;
        }
        long rows = number(value);
        if (rows == 0) {
            return "CURRENT ROW";
        }
        return Math.abs(rows) + (rows < 0 ? " PRECEDING" : " FOLLOWING");
    }

    private static long number(Value value) {
        try {
            return Long.parseLong(value.written());
        } catch (NumberFormatException _) {
            throw PythonFault.raised("ArgumentError",
                    "Integer or None expected for a frame, got " + Given.described(value));
        }
    }
}
