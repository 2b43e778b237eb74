package org.athanor.engine.template;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Values as Python's `str` and `repr` write them.
public final class PythonText {
    private static final DateTimeFormatter TO_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(".SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private PythonText() {}

    public static String str(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Unset(var shown) -> shown;
            case Value.Moment moment -> moment(moment);
            case Value.None _,Value.Flag _,Value.Whole _,Value.Tuple _,Value.Listing _,Value.Unknown _ -> repr(value);
        };
    }

    public static String repr(Value value) {
        return switch (value) {
            case Value.None _ -> "None";
            case Value.Flag(var flag) -> flag ? "True" : "False";
            case Value.Whole(var number) -> Long.toString(number);
            case Value.Text(var text) -> quoted(text);
            case Value.Tuple(var elements) -> "(" + reprs(elements) + (elements.size() == 1 ? ",)" : ")");
            case Value.Listing(var elements) -> "[" + reprs(elements) + "]";
            case Value.Unset(var shown) -> quoted(shown);
            case Value.Moment moment -> quoted(moment(moment));
            case Value.Unknown(var name) -> throw new IllegalArgumentException(name + " has no value");
        };
    }

    private static String reprs(List<Value> elements) {
        return elements.stream().map(PythonText::repr).collect(Collectors.joining(", "));
    }

    private static String moment(Value.Moment moment) {
        var time = moment.time();
        boolean whole = time.getNano() < 1000;
        return TO_SECONDS.format(time) + (whole ? "" : MICROSECONDS.format(time))
                + (moment.zoned() ? OFFSET.format(time) : "");
    }

    private static String quoted(String text) {
        char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        var quoted = new StringBuilder().append(mark);
        text.codePoints().forEach(c -> escape(c, mark, quoted));
        return quoted.append(mark).toString();
    }

    private static void escape(int c, char mark, StringBuilder quoted) {
        switch (c) {
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c == mark) {
                    quoted.append('\\').append(mark);
                } else if (isPrintable(c)) {
                    quoted.appendCodePoint(c);
                } else {
                    quoted.append(c < 0x100
                            ? "\\x%02x".formatted(c)
                            : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
                }
            }
        }
    }

    private static boolean isPrintable(int c) {
        return c == ' ' || switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
