package org.athanor.engine.script.python.value;

/// `float`.
public record Real(double value) implements Value {
    @Override
    public String typeName() {
        return "float";
    }

    @Override
    public boolean truth() {
        return value != 0;
    }
}
