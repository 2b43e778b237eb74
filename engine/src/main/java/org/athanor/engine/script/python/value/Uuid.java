package org.athanor.engine.script.python.value;

import java.util.UUID;

/// `UUID`.
public record Uuid(UUID value) implements Value {
    @Override
    public String typeName() {
        return "UUID";
    }
}
