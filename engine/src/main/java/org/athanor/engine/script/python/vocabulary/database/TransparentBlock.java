package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;

import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// A `with` block that changes nothing about what is in it.
record TransparentBlock(Value inside) implements Value {
    @Override
    public String typeName() {
        return inside.typeName();
    }

    @Override
    public Value attribute(String name) {
        return inside.attribute(name);
    }

    @Override
    public Value enter() {
        return inside;
    }

    @Override
    public boolean exit(Optional<PythonFault> fault) {
        return false;
    }
}
