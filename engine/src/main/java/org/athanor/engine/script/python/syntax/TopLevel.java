package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The statements of a module, as text: those that start in the first column, and those below an `if`, `try` or
/// `for` there, which count under a condition. What a function or class holds is passed over character by character: in whichever
/// Python it is written, it does not matter here.
public final class TopLevel {
    /// One statement: its text, the line it starts on, and whether it is only run under a condition.
    public record Line(String text, int line, boolean conditional) {}

    private static final Set<String> CONDITIONS = Set.of("if", "elif", "else", "try", "except", "finally",
            "for", "while", "with", "match");

    private final String source;
    private final List<Line> lines = new ArrayList<>();
    private int position;
    private int line = 1;

    private TopLevel(String source) {
        this.source = source;
    }

    public static List<Line> of(String source) {
        var reader = new TopLevel(source);
        reader.read();
        return reader.lines;
    }

    private void read() {
        if (source.startsWith("\uFEFF")) {
            position = 1;
        }
        boolean underCondition = false;
        while (position < source.length()) {
            int start = position;
            int startLine = line;
            skipLogicalLine();
            char first = source.charAt(start);
            if (first == ' ' || first == '\t') {
                if (underCondition) {
                    add(source.substring(start, position).strip(), startLine, true);
                }
            } else if (first != '\n' && first != '\r') {
                var text = source.substring(start, position);
                underCondition = isKept(first, underCondition) || startsCondition(text);
                add(text, startLine, false);
            }
        }
    }

    private static boolean startsCondition(String text) {
        int end = 0;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return CONDITIONS.contains(text.substring(0, end));
    }

    /// A comment or closing bracket in the first column ends no block.
    private static boolean isKept(char first, boolean underCondition) {
        return underCondition && (first == '#' || first == ')');
    }

    private void add(String text, int startLine, boolean conditional) {
        if (!text.isBlank() && "#@)".indexOf(text.charAt(0)) < 0) {
            lines.add(new Line(text, startLine, conditional));
        }
    }

    /// Moves behind the end of the logical line: brackets, strings and backslashes join physical lines.
    private void skipLogicalLine() {
        int depth = 0;
        while (position < source.length()) {
            char c = source.charAt(position);
            switch (c) {
                case '#' -> skipComment();
                case '"', '\'' -> skipString();
                case '(', '[', '{' -> {
                    depth++;
                    position++;
                }
                case ')', ']', '}' -> {
                    depth = Math.max(0, depth - 1);
                    position++;
                }
                case '\\' -> {
                    position++;
                    skipJoinedLineEnd();
                }
                case '\n' -> {
                    position++;
                    line++;
                    if (depth == 0) {
                        return;
                    }
                }
                default -> position++;
            }
        }
    }

    private void skipJoinedLineEnd() {
        if (source.startsWith("\r\n", position)) {
            position++;
        }
        if (position < source.length()) {
            line += source.charAt(position) == '\n' ? 1 : 0;
            position++;
        }
    }

    private void skipComment() {
        int end = source.indexOf('\n', position);
        position = end < 0 ? source.length() : end;
    }

    private void skipString() {
        int end = Strings.end(source, position);
        int stop = end < 0 ? lineEnd() : end;
        for (int i = position; i < stop; i++) {
            line += source.charAt(i) == '\n' ? 1 : 0;
        }
        position = stop;
    }

    private int lineEnd() {
        int end = source.indexOf('\n', position);
        return end < 0 ? source.length() : end;
    }
}
