package org.athanor.engine.script.python.value;

import java.time.ZoneId;

/// `timezone`.
public record Zone(ZoneId id, String name) implements Value {
    @Override
    public String typeName() {
        return "timezone";
    }
}
