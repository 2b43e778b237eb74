package org.athanor.app.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.Link;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.RevisionId;

/// A graph in the languages of programs that draw graphs themselves. Arrows run from older to newer, upwards.
final class GraphTexts {
    private final RevisionGraph graph;
    private final Lanes lanes;

    GraphTexts(RevisionGraph graph, Lanes lanes) {
        this.graph = graph;
        this.lanes = lanes;
    }

    String dot() {
        var lines = new ArrayList<>(List.of("digraph revisions {", "  rankdir=BT;",
                "  node [shape=box, style=rounded, fontname=\"monospace\", fontsize=10];"));
        for (var row : lanes.rows()) {
            var shape = graph.isHead(row.revision()) ? ", peripheries=2" : "";
            lines.add("  %s [label=%s%s];".formatted(quoted(row.revision().id().value()),
                    quoted(String.join("\n", words(row))), shape));
        }
        for (var edge : lanes.edges()) {
            lines.add("  %s -> %s%s;".formatted(quoted(edge.link().older().value()),
                    quoted(edge.link().newer().value()), isDotted(edge) ? " [style=dotted]" : ""));
        }
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    String mermaid() {
        Map<RevisionId, String> names = new HashMap<>();
        var lines = new ArrayList<>(List.of("flowchart BT"));
        for (var row : lanes.rows()) {
            var name = "r" + row.number();
            names.put(row.revision().id(), name);
            var text = String.join("<br/>", words(row).stream().map(GraphTexts::entities).toList());
            lines.add(graph.isHead(row.revision())
                    ? "  %s([\"%s\"])".formatted(name, text)
                    : "  %s[\"%s\"]".formatted(name, text));
        }
        for (var edge : lanes.edges()) {
            lines.add("  %s %s %s".formatted(names.get(edge.link().older()), isDotted(edge) ? "-.->" : "-->",
                    names.get(edge.link().newer())));
        }
        return String.join("\n", lines) + "\n";
    }

    /// The lines of text on a revision: id and message, and its labels.
    private static List<String> words(Lanes.Row row) {
        var words = new ArrayList<String>();
        words.add(row.revision().id().value());
        if (!row.revision().title().isBlank()) {
            words.add(row.revision().title().strip());
        }
        if (!row.revision().branchLabels().isEmpty()) {
            words.add("[" + String.join("] [", row.revision().branchLabels()) + "]");
        }
        return words;
    }

    private static boolean isDotted(Lanes.Edge edge) {
        return edge.link().kind() == Link.Kind.DEPENDENCY;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /// Everything but letters, digits and harmless signs, as numbered entities in Mermaid's way.
    private static String entities(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (Character.isLetterOrDigit(letter) || " .,:-_/()[]'!?+=*@".indexOf(letter) >= 0) {
                safe.appendCodePoint(letter);
            } else {
                safe.append('#').append(letter).append(';');
            }
        });
        return safe.toString();
    }
}
