package org.athanor.engine.script.python.syntax;

/// Finds where a number ends.
final class NumberScanner {
    private static final String[] WORDS_BEHIND = {"and", "else", "for", "if", "in", "is", "not", "or"};

    private final char[] source;
    private final int start;
    private final int line;
    private int at;

    NumberScanner(char[] source, int start, int line) {
        this.source = source;
        this.start = start;
        this.line = line;
        this.at = start;
    }

    int end() throws PythonSyntaxException {
        int base = source[at] == '0' ? base(source[at + 1]) : 10;
        if (base != 10) {
            at += 2;
            if (source[at] == '_') {
                at++;
            }
            digits(base);
            if (source[at] >= '0' && source[at] <= '9') {
                throw fault();
            }
        } else if (!real()) {
            checkLeadingZero();
        }
        checkEnd();
        return at;
    }

    static int base(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
    }

    /// Reads the rest of a decimal number; false if it is a whole one.
    private boolean real() throws PythonSyntaxException {
        boolean real = false;
        if (source[at] != '.') {
            digits(10);
        }
        if (source[at] == '.') {
            at++;
            real = true;
            if (Character.digit(source[at], 10) >= 0 && source[at] < 128) {
                digits(10);
            }
        }
        if ((source[at] | ' ') == 'e') {
            int digit = source[at + 1] == '+' || source[at + 1] == '-' ? at + 2 : at + 1;
            if (source[digit] >= '0' && source[digit] <= '9') {
                at = digit;
                digits(10);
                real = true;
            } else if (digit == at + 2) {
                throw fault();
            }
        }
        if ((source[at] | ' ') == 'j') {
            at++;
            real = true;
        }
        return real;
    }

    /// Digits with single underscores between them.
    private void digits(int base) throws PythonSyntaxException {
        while (true) {
            int first = at;
            while (source[at] < 128 && Character.digit(source[at], base) >= 0) {
                at++;
            }
            if (at == first) {
                throw fault();
            }
            if (source[at] != '_') {
                return;
            }
            at++;
        }
    }

    private void checkLeadingZero() throws PythonSyntaxException {
        if (source[start] != '0') {
            return;
        }
        for (int i = start; i < at; i++) {
            if (source[i] != '0' && source[i] != '_') {
                throw PythonTwo.fault(line, "`%s` is an octal number, `0o…` in Python 3".formatted(text()));
            }
        }
    }

    /// A few keywords may follow without a blank, as in `1if x else 2`.
    private void checkEnd() throws PythonSyntaxException {
        char c = source[at];
        if (!Character.isUnicodeIdentifierPart(c) && c != '_' || c == 0) {
            return;
        }
        for (var word : WORDS_BEHIND) {
            if (startsWith(word)) {
                return;
            }
        }
        if ((c | ' ') == 'l' && !Character.isUnicodeIdentifierPart(source[at + 1])) {
            throw PythonTwo.fault(line, "`%sL` needs no L in Python 3".formatted(text()));
        }
        throw fault();
    }

    private boolean startsWith(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (source[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String text() {
        return new String(source, start, at - start);
    }

    private PythonSyntaxException fault() {
        return new PythonSyntaxException(line, "This number is not written as Python writes numbers: %s".formatted(
                new String(source, start, Math.min(at + 1, source.length - 1) - start)));
    }
}
