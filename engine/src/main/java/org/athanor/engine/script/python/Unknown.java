package org.athanor.engine.script.python;

/// A value of a header that can't be told, and why.
final class Unknown extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;
    private final String reason;

    Unknown(int line, String reason) {
        super(reason);
        this.line = line;
        this.reason = reason;
    }

    int line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
