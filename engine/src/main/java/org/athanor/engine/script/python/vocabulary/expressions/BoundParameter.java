package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Word;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// `sa.bindparam("name", value, type_=…)`; an expanding one is a list in parentheses.
record BoundParameter(String key, Optional<Value> value, SqlType type, boolean expanding) implements ExpressionValue {
    static final String PARAMETERS = "key, value=None, type_=None, unique=False, required=None, quote=None, "
            + "callable_=None, expanding=False, isoutparam=False, literal_execute=False";

    static BoundParameter of(Bound bound) {
        var type = bound.given("type_").map(t -> Types.of(t, "bindparam()", "type_")).orElse(SqlType.UNKNOWN);
        var value = bound.given("callable_").map(c -> c.call(
                Arguments.of())).or(() -> bound.find("value"));
        return new BoundParameter(bound.get("key").shown(), value, type,
                bound.find("expanding").map(Value::truth).orElse(false));
    }

    @Override
    public SqlExpression expression() {
        var given = value.orElse(Nothing.NONE);
        if (given == Nothing.NONE) {
            return Word.NULL;
        }
        return expanding ? Membership.items(type, Expressions.elements(given)) : Expressions.of(given, type);
    }

    @Override
    public String typeName() {
        return "BindParameter";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "key" -> new Text(key);
            case "value" -> value.orElse(Nothing.NONE);
            default -> ExpressionValue.super.attribute(name);
        };
    }
}
