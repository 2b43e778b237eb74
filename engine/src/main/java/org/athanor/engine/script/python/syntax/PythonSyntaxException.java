package org.athanor.engine.script.python.syntax;

/// Text that is not Python, with the line where that shows.
public final class PythonSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String reason;

    public PythonSyntaxException(int line, String reason) {
        super(reason);
        this.line = line;
        this.reason = reason;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
