package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// Expressions that Python's values stand for.
public final class Expressions {
    private Expressions() {}

    /// An expression as it is; a plain value as a literal of its own type.
    public static SqlExpression of(Value value) {
        return of(value, SqlType.UNKNOWN);
    }

    /// An expression as it is; a plain value as a literal that is compared with, or given to, something of a type.
    public static SqlExpression of(Value value, SqlType type) {
        return switch (value) {
            case ExpressionValue expression -> expression.expression();
            default -> new SqlExpression.Literal(Constants.of(value), Constants.type(value, type));
        };
    }

    /// An expression as it is; a text as SQL (`sqltext`, a condition, an element of an index).
    public static Optional<SqlExpression> written(Value value) {
        return switch (value) {
            case ExpressionValue expression -> Optional.of(expression.expression());
            case org.athanor.engine.script.python.value.Text text -> Optional.of(SqlExpression.written(text.value()));
            default -> Optional.empty();
        };
    }

    /// A value of Python as one of SQL.
    public static Constant constant(Value value) {
        return Constants.find(value).orElseThrow(() -> PythonFault.unreadable(
                "a value of type %s isn't known as one of SQL".formatted(value.typeName())));
    }
}
