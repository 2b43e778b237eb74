package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.script.python.value.Value;

/// What stands for a table without being one: a class of the ORM.
public interface SourceOfRows extends Value {
    /// The table.
    Value source();

    /// The value itself, or the table it stands for.
    static Value of(Value value) {
        return value instanceof SourceOfRows rows ? rows.source() : value;
    }
}
