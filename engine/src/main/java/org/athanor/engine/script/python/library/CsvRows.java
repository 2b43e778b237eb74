package org.athanor.engine.script.python.library;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// The rows of comma-separated lines; a quoted field may go over several.
final class CsvRows {
    private final Iterator<Value> lines;
    private final char delimiter;
    private final char quote;
    private final boolean skipsSpace;

    CsvRows(Iterator<Value> lines, char delimiter, char quote, boolean skipsSpace) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.quote = quote;
        this.skipsSpace = skipsSpace;
    }

    Optional<Sequence> next() {
        if (!lines.hasNext()) {
            return Optional.empty();
        }
        var row = new Sequence(List.of());
        var text = line();
        if (text.isEmpty()) {
            return Optional.of(row);
        }
        var field = new StringBuilder();
        boolean quoted = false;
        boolean start = true;
        int i = 0;
        while (true) {
            if (i >= text.length()) {
                if (!quoted || !lines.hasNext()) {
                    break;
                }
                field.append('\n');
                text = line();
                i = 0;
                continue;
            }
            char c = text.charAt(i++);
            if (quoted) {
                if (c != quote) {
                    field.append(c);
                } else if (i < text.length() && text.charAt(i) == quote) {
                    field.append(quote);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == quote && start) {
                quoted = true;
                start = false;
            } else if (c == delimiter) {
                row.add(new Text(field.toString()));
                field.setLength(0);
                start = true;
            } else if (!(start && skipsSpace && c == ' ')) {
                field.append(c);
                start = false;
            }
        }
        row.add(new Text(field.toString()));
        return Optional.of(row);
    }

    private String line() {
        var line = Text.of(lines.next(), "iterator should return strings, not bytes; a line");
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }
}
