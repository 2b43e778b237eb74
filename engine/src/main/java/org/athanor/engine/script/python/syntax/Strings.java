package org.athanor.engine.script.python.syntax;

import java.util.Locale;

/// Finds where a string literal ends, and what it stands for.
public final class Strings {
    private static final String PREFIX_LETTERS = "rRbBuUfFtT";
    private static final int LONGEST_PREFIX = 2;

    private Strings() {}

    /// How many letters stand before the quote if a string starts here, or -1 if none does.
    public static int prefixLength(String source, int start) {
        int at = start;
        while (at < source.length() && at - start <= LONGEST_PREFIX) {
            char c = source.charAt(at);
            if (c == '"' || c == '\'') {
                return at - start;
            }
            if (PREFIX_LETTERS.indexOf(c) < 0) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    /// The offset after the literal whose quote is at `quote`, or -1 if it never closes. A formatted string that uses its own
    /// mark again inside a field counts as several strings, which makes no difference to what is passed over.
    public static int end(String source, int quote) {
        char mark = source.charAt(quote);
        boolean triple = isTriple(source, quote, mark);
        int at = quote + (triple ? 3 : 1);
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == mark && (!triple || isTriple(source, at, mark))) {
                return at + (triple ? 3 : 1);
            } else if (c == '\n' && !triple) {
                return -1;
            } else {
                at++;
            }
        }
        return -1;
    }

    private static boolean isTriple(String source, int at, char mark) {
        return at + 2 < source.length() && source.charAt(at) == mark && source.charAt(at + 1) == mark
                && source.charAt(at + 2) == mark;
    }

    public static boolean isFormatted(String literal) {
        int quote = prefixLength(literal, 0);
        var prefix = literal.substring(0, quote).toLowerCase(Locale.ROOT);
        return prefix.contains("f") || prefix.contains("t");
    }

    /// The text that a plain literal stands for.
    public static String decode(String literal) {
        int quote = prefixLength(literal, 0);
        boolean raw = literal.substring(0, quote).toLowerCase(Locale.ROOT).contains("r");
        int marks = literal.startsWith(String.valueOf(literal.charAt(quote)).repeat(3), quote)
                && literal.length() >= quote + 6 ? 3 : 1;
        var body = literal.substring(quote + marks, literal.length() - marks).replace("\r\n", "\n");
        return raw || body.indexOf('\\') < 0 ? body : unescape(body);
    }

    private static String unescape(String body) {
        var text = new StringBuilder(body.length());
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at);
            if (c != '\\' || at + 1 == body.length()) {
                text.append(c);
                at++;
            } else {
                at = escape(body, at + 1, text);
            }
        }
        return text.toString();
    }

    /// Reads the escape whose letter is at `at`; the offset after it.
    private static int escape(String body, int at, StringBuilder text) {
        char c = body.charAt(at);
        return switch (c) {
            case '\n' -> at + 1;
            case 'x' -> hex(body, at, 2, text);
            case 'u' -> hex(body, at, 4, text);
            case 'U' -> hex(body, at, 8, text);
            case 'N' -> named(body, at, text);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(body, at, text);
            default -> {
                int simple = "abfnrtv\\'\"".indexOf(c);
                if (simple < 0) {
                    text.append('\\').append(c);
                } else {
                    text.append("\u0007\b\f\n\r\t\u000b\\'\"".charAt(simple));
                }
                yield at + 1;
            }
        };
    }

    private static int hex(String body, int at, int digits, StringBuilder text) {
        int end = at + 1 + digits;
        try {
            if (end <= body.length()) {
                text.appendCodePoint(Integer.parseInt(body, at + 1, end, 16));
                return end;
            }
        } catch (IllegalArgumentException _) {
            // Not an escape that means anything: kept as it is written.
        }
        text.append('\\').append(body.charAt(at));
        return at + 1;
    }

    private static int named(String body, int at, StringBuilder text) {
        int end = body.indexOf('}', at);
        try {
            if (body.startsWith("{", at + 1) && end > 0) {
                text.appendCodePoint(Character.codePointOf(body.substring(at + 2, end)));
                return end + 1;
            }
        } catch (IllegalArgumentException _) {
            // No character has this name: kept as it is written.
        }
        text.append("\\N");
        return at + 1;
    }

    private static int octal(String body, int at, StringBuilder text) {
        int end = at;
        while (end < body.length() && end < at + 3 && body.charAt(end) >= '0' && body.charAt(end) <= '7') {
            end++;
        }
        text.append((char) Integer.parseInt(body, at, end, 8));
        return end;
    }
}
