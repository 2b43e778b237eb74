package org.athanor.app.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;

/// The formats in which a graph can be written.
public enum GraphFormat {
    SVG, PNG, DOT, MERMAID;

    /// The name that people type.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How a file of this format ends, without the dot.
    public String extension() {
        return this == MERMAID ? "mmd" : code();
    }

    /// The format that a file's name asks for.
    public static Optional<GraphFormat> of(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith("." + format.extension())).findFirst();
    }

    /// All revisions of a graph.
    public byte[] write(RevisionGraph graph) {
        return write(graph, Lanes.of(graph));
    }

    /// Some of them; lines to the others are left out.
    public byte[] write(RevisionGraph graph, List<Revision> wanted) {
        var chosen = graph.set(wanted);
        return write(graph, Lanes.of(graph,
                Lanes.of(graph).rows().stream().map(Lanes.Row::revision).filter(chosen::contains).toList()));
    }

    private byte[] write(RevisionGraph graph, Lanes lanes) {
        return switch (this) {
            case SVG -> new GraphSheet(graph, lanes).svg().getBytes(StandardCharsets.UTF_8);
            case PNG -> new GraphSheet(graph, lanes).png();
            case DOT -> new GraphTexts(graph, lanes).dot().getBytes(StandardCharsets.UTF_8);
            case MERMAID -> new GraphTexts(graph, lanes).mermaid().getBytes(StandardCharsets.UTF_8);
        };
    }
}
