package org.athanor.engine.script.python.value;

import java.time.LocalDate;

/// `date`.
public record Date(LocalDate value) implements Value {
    @Override
    public String typeName() {
        return "date";
    }
}
