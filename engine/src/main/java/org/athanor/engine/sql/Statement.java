package org.athanor.engine.sql;

/// One SQL statement: its text without the closing semicolon, the line it starts on in its file (0 where there is
/// none), and whether it runs inside the step's transaction.
public record Statement(String text, int line, boolean transactional) {
    public Statement {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A statement is never blank");
        }
    }

    public static Statement of(String text) {
        return new Statement(text, 0, true);
    }

    public Statement at(int newLine) {
        return new Statement(text, newLine, transactional);
    }

    public Statement outsideTransaction() {
        return new Statement(text, line, false);
    }

    @Override
    public String toString() {
        return text;
    }
}
