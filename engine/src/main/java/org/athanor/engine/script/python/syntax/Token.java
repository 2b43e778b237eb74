package org.athanor.engine.script.python.syntax;

/// A word of Python: its kind, its text as written, and the line it starts on.
public record Token(Kind kind, String text, int line) {
    /// What a token is to the grammar.
    public enum Kind {
        NAME, NUMBER, STRING, OPERATOR, END
    }

    public boolean is(String operatorOrKeyword) {
        return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrKeyword);
    }
}
