package org.athanor.engine.script.python.value;

import java.util.Optional;

/// Where imports find their modules: by full name (`sqlalchemy.dialects.postgresql`).
public interface Modules {
    Optional<Value> module(String name);
}
