package org.athanor.engine.script.python;

/// A value of a header that can't be told, and why.
final class Unknown extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;
    private final String reason;
    private final boolean isSlip;

    Unknown(int line, String reason) {
        this(line, reason, false);
    }

    private Unknown(int line, String reason, boolean isSlip) {
        super(reason);
        this.line = line;
        this.reason = reason;
        this.isSlip = isSlip;
    }

    /// A line that isn't Python.
    static Unknown slip(int line, String reason) {
        return new Unknown(line, reason, true);
    }

    boolean isSlip() {
        return isSlip;
    }

    int line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
