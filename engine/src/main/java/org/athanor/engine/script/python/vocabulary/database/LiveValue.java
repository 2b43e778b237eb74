package org.athanor.engine.script.python.vocabulary.database;

import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unknown;

/// A value that only a live database can give. Holding it does no harm; looking into it asks the database.
public record LiveValue(String typeName, String reason) implements Unknown {
    @Override
    public PythonFault used() {
        return PythonFault.live(reason);
    }

    @Override
    public boolean hashable() {
        throw used();
    }
}
