package org.athanor.engine.sql;

import java.util.Optional;

/// One SQL statement: its text without the closing semicolon, the line it starts on in its file (0 where there is
/// none), and whether it runs inside the step's transaction.
public record Statement(String text, int line, boolean transactional) {
    private static final int LONGEST_LINE = 300;

    public Statement {
        if (text.chars().allMatch(SqlSyntax::isSpace)) {
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

    /// Its first line, for where a person is told which statement is meant. A long one is cut.
    public String firstLine() {
        var line = text.substring(0, Math.min(text.length(), LONGEST_LINE + 1)).lines().findFirst().orElse("");
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1)) ? LONGEST_LINE - 1 : LONGEST_LINE;
        return "%s … (%,d characters in all)".formatted(line.substring(0, end), text.length());
    }

    /// Why no database can take the text as it is; nothing where it can.
    public Optional<String> flaw() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                return Optional.of("holds a NUL character");
            }
            if (Character.isSurrogate(c)) {
                int whole = text.codePointAt(i);
                if (whole == c) {
                    return Optional.of("holds half of a character (the lone surrogate U+%X)".formatted(whole));
                }
                i++;
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
