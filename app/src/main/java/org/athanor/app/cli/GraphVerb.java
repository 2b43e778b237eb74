package org.athanor.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.app.export.GraphFormat;
import org.athanor.app.export.Json;
import org.athanor.engine.graph.History;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;

/// Draws the graph of the revisions.
final class GraphVerb extends Verb {
    private final Given<Optional<GraphFormat>> format = arguments.option("--format svg|png|dot|mermaid",
            GraphFormat.class, "What to write. Without it, what the file's name says, else svg.");

    private final Given<Optional<Path>> file = arguments.option("-o, --output FILE", Path.class,
            "Where to write it. Without it, to standard output; PNG needs a file.");

    private final Given<Optional<String>> range = arguments.optionalParameter("FROM:TO",
            "Only these revisions: from:to, from:, :to; ids, labels, current, -3: or :+2.");

    GraphVerb() {
        super("graph", "Draw the graph of the revisions as SVG, PNG, DOT or Mermaid.");
    }

    @Override
    public Integer call() {
        var project = session().project();
        var chosen = format.get().or(() -> file.get().flatMap(GraphFormat::of)).orElse(GraphFormat.SVG);
        if (chosen == GraphFormat.PNG && file.get().isEmpty()) {
            throw new Refusal(ProblemKind.USAGE, "PNG is no text", "Name a file with --output.");
        }
        var graph = project.graph();
        var bytes = range.get().map(r -> chosen.write(graph, revisions(project, r)))
                .orElseGet(() -> chosen.write(graph));
        file.get().map(session()::resolve).ifPresent(to -> write(bytes, to));
        var text = file.get().isPresent() ? "" : new String(bytes, StandardCharsets.UTF_8);
        return withProblems(
                () -> Json.object().with("format", chosen.code()).with("file", file.get().map(Path::toString))
                        .with("document", file.get().isPresent() ? Optional.empty() : Optional.of(text)),
                () -> tell(text), project.problems());
    }

    private void tell(String text) {
        file.get().ifPresentOrElse(to -> confirm("Written: " + to), () -> {
            output().data(text.lines());
            if (output().screen().watched()) {
                output().message("note: -o graph.svg writes a file; `athanor history --graph` draws it here.");
            }
        });
    }

    private List<Revision> revisions(Project project, String wanted) {
        var current = History.asksForCurrent(wanted)
                ? session().open(project).status().current()
                : List.<Revision>of();
        return new History(project.graph(), current).range(wanted);
    }

    private static void write(byte[] bytes, Path to) {
        try {
            Files.write(to, bytes);
        } catch (IOException e) {
            throw new Refusal(Problem.at(to, 0, ProblemKind.CANNOT_WRITE,
                    "The file can't be written: " + e.getMessage(), "May you write there, and is there a folder?"));
        }
    }
}
