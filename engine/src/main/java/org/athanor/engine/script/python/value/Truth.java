package org.athanor.engine.script.python.value;

/// `True` and `False`.
public enum Truth implements Value {
    FALSE, TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public String typeName() {
        return "bool";
    }

    @Override
    public boolean truth() {
        return this == TRUE;
    }

    @Override
    public String written() {
        return this == TRUE ? "True" : "False";
    }
}
