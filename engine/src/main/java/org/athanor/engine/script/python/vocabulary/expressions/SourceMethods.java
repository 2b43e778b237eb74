package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.script.python.value.Value;

/// The methods and attributes of tables and other sources of rows.
final class SourceMethods {
    private SourceMethods() {}

    static Optional<Value> method(SourceValue value, String name) {
        return Optional.empty();
    }
}
