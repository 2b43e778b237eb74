package org.athanor.engine.dialect;

import java.util.OptionalInt;

/// Something that a product can't do, or that can't be said without knowing more: what, and what to do instead.
public final class Unsupported extends Exception {
    private static final long serialVersionUID = 1;
    private final String hint;
    private final transient OptionalInt line;

    public Unsupported(String message, String hint) {
        this(message, hint, OptionalInt.empty());
    }

    private Unsupported(String message, String hint, OptionalInt line) {
        super(message);
        this.hint = hint;
        this.line = line;
    }

    /// The same, told at the line of a part of an operation.
    public Unsupported at(int partLine) {
        return line.isPresent() ? this : new Unsupported(message(), hint, OptionalInt.of(partLine));
    }

    /// What can't be done.
    public String message() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }

    /// The line of the part that can't be done, where an operation has parts at lines of their own.
    public OptionalInt line() {
        return line;
    }
}
