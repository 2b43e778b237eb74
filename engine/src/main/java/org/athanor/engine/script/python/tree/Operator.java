package org.athanor.engine.script.python.tree;

/// What stands between two operands.
public enum Operator {
    ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/"), FLOOR_DIVIDE("//"), MODULO("%"), POWER("**"), MATRIX("@"),
    SHIFT_LEFT("<<"), SHIFT_RIGHT(">>"), OR("|"), XOR("^"), AND("&");

    private final String written;

    Operator(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }
}
