package org.athanor.engine.script.python.value;

/// `bytes`; each character stands for one byte.
public record Bytes(String value) implements Value {
    @Override
    public String typeName() {
        return "bytes";
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }
}
