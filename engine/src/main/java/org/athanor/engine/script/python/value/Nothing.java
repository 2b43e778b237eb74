package org.athanor.engine.script.python.value;

/// `None`.
public enum Nothing implements Value {
    NONE;

    @Override
    public String typeName() {
        return "NoneType";
    }

    @Override
    public boolean truth() {
        return false;
    }

    @Override
    public String written() {
        return "None";
    }
}
