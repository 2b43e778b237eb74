package org.athanor.engine.script.python.value;

/// `...` and `NotImplemented`.
public enum Marker implements Value {
    ELLIPSIS("ellipsis", "Ellipsis"), NOT_IMPLEMENTED("NotImplementedType", "NotImplemented");

    private final String type;
    private final String written;

    Marker(String type, String written) {
        this.type = type;
        this.written = written;
    }

    @Override
    public String typeName() {
        return type;
    }

    @Override
    public String written() {
        return written;
    }
}
