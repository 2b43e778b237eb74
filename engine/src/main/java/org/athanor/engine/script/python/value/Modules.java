package org.athanor.engine.script.python.value;

import java.util.Optional;

/// Where imports find their modules: by full name (`sqlalchemy.dialects.postgresql`).
public interface Modules {
    Optional<Value> module(String name);

    /// How much was written down by now of what will be sent to a database. What a `try` makes of an answer isn't known
    /// before it is sent.
    default int written() {
        return 0;
    }
}
