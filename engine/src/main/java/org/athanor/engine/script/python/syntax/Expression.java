package org.athanor.engine.script.python.syntax;

import java.util.List;

/// A Python expression, as far as the top of a revision file uses them.
public sealed interface Expression {
    record Text(String value) implements Expression {}

    /// A number, or any other literal that is neither text nor None.
    record Literal(String written) implements Expression {}

    record None() implements Expression {}

    record Name(String name) implements Expression {}

    record Attribute(Expression of, String name) implements Expression {}

    /// A tuple, list or set.
    record Several(List<Expression> elements) implements Expression {}

    record Addition(Expression left, Expression right) implements Expression {}

    /// A call with positional and named arguments; a named one keeps its name.
    record Call(Expression function, List<Expression> arguments, List<Keyword> keywords) implements Expression {}

    record Keyword(String name, Expression value) {}

    /// Something that is read over but whose value isn't looked for.
    record Other(String what) implements Expression {}
}
