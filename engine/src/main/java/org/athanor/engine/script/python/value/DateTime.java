package org.athanor.engine.script.python.value;

import java.time.LocalDateTime;
import java.util.Optional;

/// `datetime`.
public record DateTime(LocalDateTime value, Optional<Zone> zone) implements Value {
    @Override
    public String typeName() {
        return "datetime";
    }
}
