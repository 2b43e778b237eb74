package org.athanor.engine.script.python.syntax;

/// The text that a stretch of a string literal stands for: its escapes resolved.
final class StringDecoder {
    private static final String SIMPLE = "abfnrtv\\'\"";
    private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000b\\'\"";

    private final char[] source;
    private final int start;
    private final int end;
    private final boolean raw;
    private final boolean bytes;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private int at;

    StringDecoder(Tokens tokens, int start, int end, int form) {
        this.source = tokens.source();
        this.start = start;
        this.end = end;
        this.raw = StringForm.isRaw(form);
        this.bytes = StringForm.isBytes(form);
        this.line = tokens.line();
    }

    /// The text of a plain literal.
    String text() throws PythonSyntaxException {
        if (bytes) {
            checkBytes();
        }
        return raw || !contains('\\') ? new String(source, start, end - start) : unescaped(false);
    }

    /// A text between the fields of a formatted string, where braces are doubled.
    String formattedText() throws PythonSyntaxException {
        boolean plain = (raw || !contains('\\')) && !contains('{') && !contains('}');
        return plain ? new String(source, start, end - start) : unescaped(true);
    }

    private boolean contains(char c) {
        for (int i = start; i < end; i++) {
            if (source[i] == c) {
                return true;
            }
        }
        return false;
    }

    private void checkBytes() throws PythonSyntaxException {
        for (int i = start; i < end; i++) {
            if (source[i] > 127) {
                throw fault("Bytes hold ASCII letters only: write others as \\x..");
            }
        }
    }

    private String unescaped(boolean braces) throws PythonSyntaxException {
        at = start;
        while (at < end) {
            char c = source[at++];
            if (c == '\\' && !raw && at < end) {
                escape();
            } else {
                text.append(c);
                if (braces && (c == '{' || c == '}') && at < end && source[at] == c) {
                    at++;
                }
            }
        }
        return text.toString();
    }

    private void escape() throws PythonSyntaxException {
        char c = source[at++];
        switch (c) {
            case '\n' -> {
            }
            case 'x' -> append(hex(2, c));
            case 'u', 'U', 'N' -> unicode(c);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> {
                int simple = SIMPLE.indexOf(c);
                if (simple >= 0) {
                    text.append(SIMPLE_VALUES.charAt(simple));
                } else {
                    text.append('\\');
                    at--;
                }
            }
        }
    }

    private void unicode(char c) throws PythonSyntaxException {
        if (bytes) {
            text.append('\\').append(c);
            return;
        }
        append(switch (c) {
            case 'u' -> hex(4, c);
            case 'U' -> hex(8, c);
            default -> named();
        });
    }

    private void append(int character) throws PythonSyntaxException {
        if (!Character.isValidCodePoint(character)) {
            throw fault("There is no character with the number that \\U gives");
        }
        text.appendCodePoint(character);
    }

    private int hex(int digits, char letter) throws PythonSyntaxException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < end && source[at] < 128 ? Character.digit(source[at], 16) : -1;
            if (digit < 0 || value >>> 28 != 0) {
                throw fault("\\%c must be followed by %d hexadecimal digits".formatted(letter, digits));
            }
            value = value * 16 + digit;
            at++;
        }
        return value;
    }

    private void octal() {
        int value = 0;
        at--;
        int last = Math.min(end, at + 3);
        while (at < last && source[at] >= '0' && source[at] <= '7') {
            value = value * 8 + source[at++] - '0';
        }
        text.append((char) (bytes ? value & 0xFF : value));
    }

    private int named() throws PythonSyntaxException {
        int close = at;
        while (close < end && source[close] != '}') {
            close++;
        }
        if (at >= end || source[at] != '{' || close == end) {
            throw fault("\\N must be followed by a character's name, as in \\N{BULLET}");
        }
        var name = new String(source, at + 1, close - at - 1);
        at = close + 1;
        try {
            return Character.codePointOf(name);
        } catch (IllegalArgumentException _) {
            throw fault("No character is called '%s'".formatted(name));
        }
    }

    private PythonSyntaxException fault(String reason) {
        return new PythonSyntaxException(line, reason);
    }
}
