package org.athanor.engine.script.python.value;

import java.time.LocalTime;
import java.util.Optional;

/// `time`.
public record TimeOfDay(LocalTime value, Optional<Zone> zone) implements Value {
    @Override
    public String typeName() {
        return "time";
    }
}
