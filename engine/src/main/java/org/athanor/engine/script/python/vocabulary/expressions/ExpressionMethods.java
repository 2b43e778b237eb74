package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.script.python.value.Value;

/// The methods and attributes of SQL expressions.
final class ExpressionMethods {
    private ExpressionMethods() {}

    static Optional<Value> method(ExpressionValue value, String name) {
        return Optional.empty();
    }
}
