package org.athanor.engine.template;

import java.util.List;

/// A Python expression, as far as templates use them.
sealed interface Expression {
    record Constant(Value value) implements Expression {}

    record Name(String name) implements Expression {}

    /// A tuple, or a list.
    record Several(List<Expression> elements, boolean isTuple) implements Expression {}

    record Attribute(Expression of, String name) implements Expression {}

    record FunctionCall(String function, List<Expression> arguments) implements Expression {}

    record MethodCall(Expression of, String method, List<Expression> arguments) implements Expression {}

    record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Not(Expression of) implements Expression {}

    record Comparison(Operator operator, Expression left, Expression right) implements Expression {}

    record Plus(Expression left, Expression right) implements Expression {}

    /// `"…%s…" % values`
    record Format(Expression format, Expression values) implements Expression {}

    /// How two values are compared.
    enum Operator {
        EQUAL, NOT_EQUAL, IN, NOT_IN
    }
}
