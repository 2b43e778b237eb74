package org.athanor.engine.script.python.value;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// `'{} and {name!r:>10}'.format(…)`
final class BraceFormat {
    private final List<Value> positions;
    private final Function<String, @Nullable Value> named;
    private int next;

    private BraceFormat(List<Value> positions, Function<String, @Nullable Value> named) {
        this.positions = positions;
        this.named = named;
    }

    static String format(String text, List<Value> positions, Function<String, @Nullable Value> named) {
        return new BraceFormat(positions, named).format(text, 2);
    }

    private String format(String text, int depth) {
        if (depth < 0) {
            throw PythonFault.raised("ValueError", "Max string recursion exceeded");
        }
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean twice = at < text.length() && text.charAt(at) == c;
            if (c == '{' && !twice || c == '}' && !twice) {
                if (c == '}' || at >= text.length()) {
                    throw PythonFault.raised("ValueError", c == '}'
                            ? "Single '}' encountered in format string"
                            : "Single '{' encountered in format string");
                }
                int end = end(text, at);
                out.append(field(text.substring(at, end), depth));
                at = end + 1;
                Budget.room(out.length() >> 6);
            } else {
                out.append(c);
                at += c == '{' || c == '}' ? 1 : 0;
            }
        }
        return out.toString();
    }

    private static int end(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw PythonFault.raised("ValueError", "expected '}' before end of string");
    }

    private String field(String field, int depth) {
        int nameEnd = nameEnd(field);
        var value = value(field.substring(0, nameEnd));
        int at = nameEnd;
        if (at < field.length() && field.charAt(at) == '!') {
            value = converted(value, at + 1 < field.length() ? field.charAt(at + 1) : ' ');
            at += 2;
        }
        var specification = at < field.length() && field.charAt(at) == ':' ? field.substring(at + 1) : "";
        return value.format(specification.indexOf('{') < 0 ? specification : format(specification, depth - 1));
    }

    private static int nameEnd(String field) {
        boolean inside = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            inside = c == '[' || inside && c != ']';
            if (!inside && (c == '!' || c == ':')) {
                return i;
            }
        }
        return field.length();
    }

    static Value converted(Value value, char conversion) {
        return switch (conversion) {
            case 'r' -> new Text(value.written());
            case 's' -> new Text(value.shown());
            case 'a' -> new Text(Written.ascii(value.written()));
            default -> throw PythonFault.raised("ValueError",
                    "Unknown conversion specifier '%s'".formatted(conversion));
        };
    }

    private Value value(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        var value = first(path.substring(0, end));
        while (end < path.length()) {
            boolean attribute = path.charAt(end) == '.';
            int from = ++end;
            while (end < path.length() && (attribute
                    ? path.charAt(end) != '.' && path.charAt(end) != '['
                    : path.charAt(end) != ']')) {
                end++;
            }
            var name = path.substring(from, end);
            value = attribute ? value.attribute(name) : value.item(key(name));
            end += attribute ? 0 : 1;
        }
        return value;
    }

    private static Value key(String name) {
        return isNumber(name) ? Whole.of(Long.parseLong(name)) : new Text(name);
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Value first(String name) {
        if (name.isEmpty() || isNumber(name)) {
            int index = name.isEmpty() ? next++ : Integer.parseInt(name);
            if (index >= positions.size()) {
                throw PythonFault.raised("IndexError",
                        "Replacement index %d out of range for positional args tuple".formatted(index));
            }
            return positions.get(index);
        }
        var value = named.apply(name);
        if (value == null) {
            throw PythonFault.raised("KeyError", Written.text(name),
                    ExceptionClasses.instance("KeyError", new Text(name)));
        }
        return value;
    }
}
