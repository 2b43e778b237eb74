package org.athanor.engine.script.python.value;

/// `str`.
public record Text(String value) implements Value {
    @Override
    public String typeName() {
        return "str";
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    @Override
    public String shown() {
        return value;
    }
}
