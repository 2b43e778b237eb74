package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Slice;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// What PostgreSQL's arrays know.
final class Arrays {
    private Arrays() {}

    static ExpressionValue item(SqlExpression array, Value key) {
        if (key instanceof Slice slice) {
            var range = new Combined.Slice(Expressions.of(slice.from()), Expressions.of(slice.to()));
            return ExpressionValue.of(Combining.operation(array, Known.ITEM, range, array.type()));
        }
        return ExpressionValue.of(Combining.operation(array, Known.ITEM, Expressions.of(key), element(array.type())));
    }

    private static SqlType element(SqlType type) {
        return type instanceof SqlType.Array array ? array.element() : SqlType.UNKNOWN;
    }

    static Optional<Value> method(SqlExpression value, String name) {
        if (Affinity.of(value.type()) != Affinity.ARRAY) {
            return Optional.empty();
        }
        return switch (name) {
            case "contains" -> comparison(name, value, JsonWords.operator("@>"));
            case "contained_by" -> comparison(name, value, JsonWords.operator("<@"));
            case "overlap" -> comparison(name, value, new SqlOperator.Custom("&&", 5, true, false, false));
            case "any" ->
                Optional.of(NativeFunction.of(name, "other, operator=None!", b -> member(b, value, Known.ANY)));
            case "all" ->
                Optional.of(NativeFunction.of(name, "other, operator=None!", b -> member(b, value, Known.ALL)));
            default -> Optional.empty();
        };
    }

    private static Value member(Bound bound, SqlExpression array, Known collection) {
        var element = Expressions.beside(element(array.type()), bound.get("other"));
        return ExpressionValue.of(Combining.comparison(element, Known.EQUAL, Combining.unary(collection, array)));
    }

    private static Optional<Value> comparison(String name, SqlExpression value, SqlOperator operator) {
        return Optional.of(NativeFunction.of(name, "other, **kwargs", b -> ExpressionValue.of(
                Combining.comparison(value, operator, Expressions.beside(value.type(), b.get("other"))))));
    }
}
