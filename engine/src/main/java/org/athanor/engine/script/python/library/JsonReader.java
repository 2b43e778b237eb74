package org.athanor.engine.script.python.library;

import java.math.BigInteger;
import java.util.List;

import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `json.loads`
public final class JsonReader {
    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    public static Value read(String text) {
        return new JsonReader(text).read();
    }

    Value read() {
        space();
        var value = value(0);
        space();
        if (at < text.length()) {
            throw wrong("Extra data", at);
        }
        return value;
    }

    private PythonFault wrong(String reason, int where) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < where && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return PythonFault.raised("JSONDecodeError",
                "%s: line %d column %d (char %d)".formatted(reason, line, where - lineStart + 1, where));
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Value value(int depth) {
        Budget.room(9);
        if (depth > 900) {
            throw PythonFault.raised("RecursionError", "maximum recursion depth exceeded");
        }
        if (at >= text.length()) {
            throw wrong("Expecting value", at);
        }
        char c = text.charAt(at);
        return switch (c) {
            case '"' -> new Text(string());
            case '{' -> object(depth);
            case '[' -> array(depth);
            default -> word();
        };
    }

    private Value word() {
        for (var word : List.of("null", "true", "false", "NaN", "Infinity", "-Infinity")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return switch (word) {
                    case "null" -> Nothing.NONE;
                    case "true" -> Truth.TRUE;
                    case "false" -> Truth.FALSE;
                    case "NaN" -> new Real(Double.NaN);
                    case "Infinity" -> new Real(Double.POSITIVE_INFINITY);
                    default -> new Real(Double.NEGATIVE_INFINITY);
                };
            }
        }
        return number();
    }

    private Value number() {
        int from = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int first = at;
        digits();
        if (at == first || text.charAt(first) == '0' && at > first + 1) {
            at = at == first ? from : first + 1;
            if (at == from) {
                throw wrong("Expecting value", from);
            }
        }
        boolean whole = true;
        if (at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1))) {
            whole = false;
            at++;
            digits();
        }
        int end = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            int exponent = at;
            digits();
            whole &= at == exponent;
            at = at == exponent ? end : at;
        }
        var digits = text.substring(from, at);
        if (whole && digits.length() > 4_300) {
            throw PythonFault.raised("ValueError", "Exceeds the limit (4300 digits) for integer string conversion");
        }
        return whole ? new Whole(new BigInteger(digits)) : new Real(Double.parseDouble(digits));
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private String string() {
        int start = at++;
        var out = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw wrong("Unterminated string starting at", start);
            }
            char c = text.charAt(at++);
            if (c == '"') {
                Budget.room(out.length());
                return out.toString();
            }
            if (c == '\\') {
                escape(out, start);
            } else if (c < ' ') {
                throw wrong("Invalid control character at", at - 1);
            } else {
                out.append(c);
            }
        }
    }

    private void escape(StringBuilder out, int start) {
        if (at >= text.length()) {
            throw wrong("Unterminated string starting at", start);
        }
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case '"', '\\', '/' -> out.append(c);
            case 'u' -> {
                try {
                    out.append((char) Integer.parseInt(text.substring(at, Math.min(text.length(), at + 4)), 16));
                    at += 4;
                } catch (NumberFormatException _) {
                    throw wrong("Invalid \\uXXXX escape", at);
                }
            }
            default -> throw wrong("Invalid \\escape", at - 2);
        }
    }

    private Value array(int depth) {
        var list = new Sequence(List.of());
        at++;
        space();
        if (next(']')) {
            return list;
        }
        while (true) {
            space();
            list.add(value(depth + 1));
            space();
            if (next(']')) {
                return list;
            }
            if (!next(',')) {
                throw wrong("Expecting ',' delimiter", at);
            }
        }
    }

    private boolean next(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private Value object(int depth) {
        var map = Json.empty();
        at++;
        space();
        if (next('}')) {
            return map;
        }
        while (true) {
            space();
            if (at >= text.length() || text.charAt(at) != '"') {
                throw wrong("Expecting property name enclosed in double quotes", at);
            }
            var key = new Text(string());
            space();
            if (!next(':')) {
                throw wrong("Expecting ':' delimiter", at);
            }
            space();
            map.put(key, value(depth + 1));
            space();
            if (next('}')) {
                return map;
            }
            if (!next(',')) {
                throw wrong("Expecting ',' delimiter", at);
            }
        }
    }
}
