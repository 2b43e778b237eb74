package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;

/// The statements of a module that start in the first column, as text. Everything indented is passed over character
/// by character: what a function's body says, in whichever Python, does not matter here.
public final class TopLevel {
    /// One statement: its text without a comment before or behind, and the line it starts on.
    public record Line(String text, int line) {}

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
        while (position < source.length()) {
            char first = source.charAt(position);
            boolean counts = first != ' ' && first != '\t' && first != '#' && first != '\n' && first != '\r'
                    && first != '\f' && first != '@' && first != ')';
            int start = position;
            int startLine = line;
            skipLogicalLine();
            if (counts) {
                lines.add(new Line(source.substring(start, position), startLine));
            }
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
