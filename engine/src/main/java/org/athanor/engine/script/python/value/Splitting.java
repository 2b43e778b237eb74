package org.athanor.engine.script.python.value;

import java.util.Collections;
import java.util.List;

/// How a text falls into parts.
final class Splitting {
    private Splitting() {}

    /// At a separator; at stretches of white space, if it is empty.
    static Sequence split(String text, String separator, int times) {
        Budget.time(text.length() >> 4);
        return separator.isEmpty() ? words(text, times) : parts(text, separator, times);
    }

    private static Sequence parts(String text, String separator, int times) {
        var parts = new Sequence(List.of());
        int from = 0;
        for (int done = 0; times < 0 || done < times; done++) {
            int at = text.indexOf(separator, from);
            if (at < 0) {
                break;
            }
            parts.add(new Text(text.substring(from, at)));
            from = at + separator.length();
        }
        parts.add(new Text(text.substring(from)));
        return parts;
    }

    private static Sequence words(String text, int times) {
        var words = new Sequence(List.of());
        int at = space(text, 0);
        for (int done = 0; at < text.length(); done++) {
            if (times >= 0 && done >= times) {
                words.add(new Text(strippedAtEnd(text.substring(at))));
                return words;
            }
            int end = word(text, at);
            words.add(new Text(text.substring(at, end)));
            at = space(text, end);
        }
        return words;
    }

    private static int space(String text, int from) {
        int at = from;
        while (at < text.length() && Characters.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int word(String text, int from) {
        int at = from;
        while (at < text.length() && !Characters.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String strippedAtEnd(String text) {
        int end = text.length();
        while (end > 0 && Characters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    static Sequence splitFromRight(String text, String separator, int times) {
        if (times < 0 || times >= text.length()) {
            return split(text, separator, times);
        }
        var parts = new Sequence(List.of());
        var rest = separator.isEmpty() ? strippedAtEnd(text) : text;
        for (int done = 0; done < times; done++) {
            int end = separator.isEmpty() ? lastSpace(rest) : rest.lastIndexOf(separator);
            if (end < 0) {
                break;
            }
            parts.add(new Text(rest.substring(end + Math.max(1, separator.length()))));
            rest = rest.substring(0, end);
            rest = separator.isEmpty() ? strippedAtEnd(rest) : rest;
        }
        if (!separator.isEmpty() || space(rest, 0) < rest.length()) {
            parts.add(new Text(rest));
        }
        Collections.reverse(parts.elements());
        return parts;
    }

    private static int lastSpace(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !Characters.isSpace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    static Sequence lines(String text, boolean keepEnds) {
        var lines = new Sequence(List.of());
        int from = 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && !isLineEnd(text.charAt(end))) {
                end++;
            }
            int next = end < text.length()
                    ? end + (text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n'
                            ? 2
                            : 1)
                    : end;
            lines.add(new Text(text.substring(from, keepEnds ? next : end)));
            from = next;
        }
        return lines;
    }

    private static boolean isLineEnd(char c) {
        return c >= '\n' && c <= '\r' || c >= 0x1c && c <= 0x1e || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static Tuple partition(String text, String separator) {
        int at = at(text, separator, false);
        return at < 0
                ? Tuple.of(new Text(text), Text.EMPTY, Text.EMPTY)
                : Tuple.of(new Text(text.substring(0, at)), new Text(separator),
                        new Text(text.substring(at + separator.length())));
    }

    static Tuple partitionFromRight(String text, String separator) {
        int at = at(text, separator, true);
        return at < 0
                ? Tuple.of(Text.EMPTY, Text.EMPTY, new Text(text))
                : Tuple.of(new Text(text.substring(0, at)), new Text(separator),
                        new Text(text.substring(at + separator.length())));
    }

    private static int at(String text, String separator, boolean last) {
        if (separator.isEmpty()) {
            throw PythonFault.raised("ValueError", "empty separator");
        }
        return last ? text.lastIndexOf(separator) : text.indexOf(separator);
    }
}
