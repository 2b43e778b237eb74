package org.athanor.engine.dialect;

/// Something that a product can't do, or that can't be said without knowing more: what, and what to do instead.
public final class Unsupported extends Exception {
    private static final long serialVersionUID = 1;
    private final String hint;

    public Unsupported(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /// What can't be done.
    public String message() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }
}
