package org.athanor.engine.template;

import java.util.List;
import java.util.Optional;

/// A piece of a template.
sealed interface Node {
    record Literal(String text) implements Node {}

    /// `${expression | filters}`
    record Substitution(Expression expression, List<String> filters, int line) implements Node {}

    /// `% if`, with its `elif`s and `else`.
    record Condition(List<Branch> branches) implements Node {}

    record Branch(Optional<Expression> condition, int line, List<Node> nodes) {}

    /// `% for a, b in …`
    record Loop(List<String> names, Expression over, int line, List<Node> nodes) implements Node {}

    /// `<% name = expression %>`
    record Assignment(String name, Expression expression, int line) implements Node {}
}
