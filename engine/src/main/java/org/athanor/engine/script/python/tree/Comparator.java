package org.athanor.engine.script.python.tree;

/// What compares two operands.
public enum Comparator {
    EQUAL("=="), NOT_EQUAL("!="), LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">="), IS("is"),
    IS_NOT("is not"), IN("in"), NOT_IN("not in");

    private final String written;

    Comparator(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }
}
