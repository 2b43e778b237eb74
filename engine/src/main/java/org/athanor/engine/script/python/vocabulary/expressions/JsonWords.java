package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Literal;
import org.athanor.engine.expression.SqlOperator;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// What JSON documents know: brackets, and reading what lies there as a type.
final class JsonWords {
    private static final SqlType LONG_TEXT = new SqlType.Characters(SqlType.Characters.Kind.LONG_TEXT,
            OptionalInt.empty(), Optional.empty());

    private JsonWords() {}

    static ExpressionValue item(SqlExpression document, Value key) {
        boolean several = Expressions.isList(key);
        var way = key instanceof ExpressionValue expression
                ? expression.expression()
                : new Literal(Constants.of(key, SqlType.UNKNOWN), SqlType.UNKNOWN);
        return ExpressionValue.of(Combining.operation(document, several ? Known.JSON_PATH : Known.JSON_ITEM, way,
                document.type()));
    }

    static Optional<Value> method(SqlExpression value, String name) {
        if (Affinity.of(value.type()) != Affinity.JSON) {
            return Optional.empty();
        }
        return switch (name) {
            case "astext" -> Optional.of(ExpressionValue.of(text(value)));
            case "as_string" -> as(name, value, SqlType.TEXT);
            case "as_integer" -> as(name, value, SqlType.INTEGER);
            case "as_boolean" -> as(name, value, SqlType.BOOLEAN);
            case "as_float" -> as(name, value, new SqlType.Floating(SqlType.Floating.Kind.FLOAT, OptionalInt.empty()));
            case "as_json" -> Optional.of(NativeFunction.of(name, "", _ -> ExpressionValue.of(value)));
            case "has_key" -> comparison(name, value, "?", SqlType.TEXT);
            case "has_any" -> comparison(name, value, "?|", SqlType.UNKNOWN);
            case "has_all" -> comparison(name, value, "?&", SqlType.UNKNOWN);
            case "contains" -> comparison(name, value, "@>", value.type());
            case "contained_by" -> comparison(name, value, "<@", value.type());
            default -> Optional.empty();
        };
    }

    /// The text that lies where brackets point to.
    private static SqlExpression text(SqlExpression value) {
        if (value instanceof Combined.Binary b && b.operator() == Known.JSON_ITEM) {
            return Combining.operation(b.left(), Known.JSON_TEXT, b.right(), LONG_TEXT);
        }
        if (value instanceof Combined.Binary b && b.operator() == Known.JSON_PATH) {
            return Combining.operation(b.left(), Known.JSON_TEXT_PATH, b.right(), LONG_TEXT);
        }
        throw PythonFault.raised("AttributeError", "astext stands behind brackets: column['key'].astext");
    }

    private static Optional<Value> as(String name, SqlExpression value, SqlType type) {
        if (!(value instanceof Combined.Binary b)
                || b.operator() != Known.JSON_ITEM && b.operator() != Known.JSON_PATH) {
            return Optional.of(NativeFunction.of(name, "", _ -> {
                throw PythonFault.raised("InvalidRequestError",
                        "The JSON cast operator JSON.%s() only works with a JSON index expression e.g. col['q'].%s()"
                                .formatted(name, name));
            }));
        }
        return Optional.of(NativeFunction.of(name, "", _ -> ExpressionValue
                .of(new Combined.Binary(b.left(), b.operator(), b.right(), type))));
    }

    private static Optional<Value> comparison(String name, SqlExpression value, String symbol, SqlType type) {
        return Optional.of(NativeFunction.of(name, "other, **kwargs", bound -> ExpressionValue.of(Combining.comparison(
                value, operator(symbol), other(bound.get("other"), type)))));
    }

    private static SqlExpression other(Value value, SqlType type) {
        return Expressions.isList(value) && type instanceof SqlType.Unknown
                ? Expressions.of(value, new SqlType.Array(SqlType.TEXT, OptionalInt.empty()))
                : Expressions.beside(type, value);
    }

    static SqlOperator operator(String symbol) {
        return new SqlOperator.Custom(symbol, 5, true, true, true);
    }
}
