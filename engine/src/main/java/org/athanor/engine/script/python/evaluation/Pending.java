package org.athanor.engine.script.python.evaluation;

import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Value;

/// A name that was imported and not asked for yet. It never leaves its frame.
record Pending(Supplier<Value> source) implements Value {
    Value value() {
        return source.get();
    }

    @Override
    public String typeName() {
        return "pending";
    }
}
