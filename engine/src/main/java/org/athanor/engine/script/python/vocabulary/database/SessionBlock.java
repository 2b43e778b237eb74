package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;

import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// `with session.begin():` what waits is sent at the end of the block.
record SessionBlock(SessionValue session, Unit unit) implements Value {
    @Override
    public String typeName() {
        return "SessionTransaction";
    }

    @Override
    public Value enter() {
        return session;
    }

    @Override
    public boolean exit(Optional<PythonFault> fault) {
        if (fault.isEmpty()) {
            unit.flush();
        }
        return false;
    }
}
