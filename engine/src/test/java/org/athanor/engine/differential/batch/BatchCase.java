package org.athanor.engine.differential.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A database, a change of it in Alembic's words, and the title of the row in the documentation that explains where the two
/// differ; `older` says in which way versions of Alembic differ that are older than the one we follow.
record BatchCase(String title, List<String> setup, String change, Optional<String> difference,
        Optional<String> older) {
    /// The cases of a text: a title behind `#`, SQL, `>>>`, Python, and perhaps `~` or `?` with a difference.
    static List<BatchCase> all(String text) {
        var cases = new ArrayList<BatchCase>();
        for (var part : ("\n" + text).split("\n# ", -1)) {
            if (!part.isBlank()) {
                cases.add(one(part));
            }
        }
        return cases;
    }

    private static BatchCase one(String part) {
        var lines = part.lines().toList();
        int middle = lines.indexOf(">>>");
        var setup = String.join("\n", lines.subList(1, middle));
        var rest = lines.subList(middle + 1, lines.size());
        var change = rest.stream().filter(l -> !l.startsWith("~ ") && !l.startsWith("? ")).map(l -> "    " + l)
                .collect(Collectors.joining("\n"));
        return new BatchCase(lines.getFirst(),
                List.of(setup.split(";\n")).stream().map(s -> s.strip().replaceFirst(";$", "")).toList(),
                "def upgrade():\n" + change + "\n", marked(rest, "~ "), marked(rest, "? "));
    }

    private static Optional<String> marked(List<String> lines, String mark) {
        return lines.stream().filter(l -> l.startsWith(mark)).map(l -> l.substring(mark.length())).findFirst();
    }

    @Override
    public String toString() {
        return title;
    }
}
