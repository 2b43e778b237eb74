package org.athanor.engine.script.python.vocabulary.database;

import java.util.List;
import java.util.function.Function;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.script.python.value.Value;

/// A construct that `op.execute` takes and that creates, drops or changes something: `CreateTable(table)`.
record DdlValue(String typeName, Function<String, List<Operation>> made) implements Value {
    /// What it does on a product.
    List<Operation> operations(String product) {
        return made.apply(product);
    }
}
