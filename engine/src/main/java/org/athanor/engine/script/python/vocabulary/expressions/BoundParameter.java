package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Parameter;
import org.athanor.engine.expression.SqlExpression.Word;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// `sa.bindparam("name", value, type_=…)`; an expanding one is a list in parentheses. A unique one gets a name of its own
/// where it is used, so that nobody gives it another value.
record BoundParameter(String key, Optional<Value> value, SqlType type, boolean required, boolean expanding,
        boolean unique) implements ExpressionValue {
    static final String PARAMETERS = "key, value=None, type_=None, unique=False, required=False, quote=None, "
            + "callable_=None, expanding=False, isoutparam=False, literal_execute=False";

    static BoundParameter of(Bound bound) {
        var type = bound.given("type_").map(t -> Types.of(t, "bindparam()", "type_")).orElse(SqlType.UNKNOWN);
        var value = bound.given("callable_").map(c -> c.call(
                Arguments.of())).or(() -> bound.find("value"));
        return new BoundParameter(bound.get("key").shown(), value, type,
                bound.find("required").map(Value::truth).orElse(value.isEmpty()),
                flag(bound, "expanding"), flag(bound, "unique"));
    }

    private static boolean flag(Bound bound, String name) {
        return bound.find(name).map(Value::truth).orElse(false);
    }

    /// What a list of values is looked for in: `column.in_(parameter)`.
    BoundParameter among(SqlType other) {
        return new BoundParameter(key, value, type instanceof SqlType.Unknown ? other : type, required, true, unique);
    }

    @Override
    public SqlExpression expression() {
        var now = valueNow();
        boolean typed = !(type instanceof SqlType.Unknown);
        return unique ? now : new Parameter(key, now, typed ? type : now.type(), required, expanding);
    }

    /// What stands in its place until it is given another value.
    SqlExpression valueNow() {
        var given = value.orElse(Nothing.NONE);
        if (given == Nothing.NONE) {
            return expanding ? new SqlExpression.Items(List.of(Word.NULL), type) : Word.NULL;
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
