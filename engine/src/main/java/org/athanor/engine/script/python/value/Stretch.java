package org.athanor.engine.script.python.value;

import java.time.Duration;

/// `timedelta`.
public record Stretch(Duration value) implements Value {
    @Override
    public String typeName() {
        return "timedelta";
    }
}
