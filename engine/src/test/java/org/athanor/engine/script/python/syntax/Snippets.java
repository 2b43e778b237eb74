package org.athanor.engine.script.python.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Pieces of Python, written so that together they hold every construct and many faults.
final class Snippets {
    private static final Pattern HEAD = Pattern.compile("(?m)^---- ?(.*)\n");

    private Snippets() {}

    /// A title, and what is below it.
    record Snippet(String title, String text) {}

    static List<Snippet> of(String resource) {
        try (var source = Objects.requireNonNull(Snippets.class.getResourceAsStream(resource))) {
            var text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            var snippets = new ArrayList<Snippet>();
            var head = HEAD.matcher(text);
            boolean found = head.find();
            while (found) {
                var title = head.group(1);
                int start = head.end();
                found = head.find();
                snippets.add(new Snippet(title, text.substring(start, found ? head.start() : text.length())));
            }
            return snippets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whole snippets, their instructions, and the pieces of lines that hold several: what mutations start from.
    static List<String> pieces(String resource) {
        return of(resource).stream().map(Snippet::text)
                .flatMap(text -> Stream.concat(Stream.of(text), parts(text).stream())).toList();
    }

    private static List<String> parts(String text) {
        var lines = text.lines().toList();
        var parts = new ArrayList<String>();
        try {
            var body = PythonParser.parse(text).body();
            for (int i = 0; i < body.size(); i++) {
                int start = body.get(i).line() - 1;
                int end = i + 1 < body.size() ? body.get(i + 1).line() - 1 : lines.size();
                parts.add(String.join("\n", lines.subList(start, Math.max(start + 1, Math.min(end, lines.size())))));
            }
            lines.stream().filter(line -> line.contains("; ")).flatMap(line -> Stream.of(line.split("; ", -1)))
                    .forEach(parts::add);
        } catch (PythonSyntaxException _) {
            // A snippet with a fault is mutated as a whole.
        }
        return parts;
    }
}
