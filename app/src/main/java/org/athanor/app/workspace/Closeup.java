package org.athanor.app.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.Follow;
import org.athanor.engine.hazard.Facts;
import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.hazard.Judge;
import org.athanor.engine.journal.Book;
import org.athanor.engine.journal.Who;
import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Direction;

/// What is read of a revision when somebody looks at it: its file, what its scripts may do to any database, and when the
/// chosen database was moved over it, newest first.
public record Closeup(String text, List<Hazard> upHazards, List<Hazard> downHazards, List<Trace> traces) {
    /// A step of a run that is written down.
    public record Trace(Move move, Instant at, String run, Who who) {}

    public Closeup {
        upHazards = List.copyOf(upHazards);
        downHazards = List.copyOf(downHazards);
        traces = List.copyOf(traces);
    }

    static Closeup of(Project project, Revision revision, Optional<Dialect> dialect, Optional<Book> book) {
        return new Closeup(text(revision.path()), hazards(project, revision, dialect, Direction.UPGRADE),
                hazards(project, revision, dialect, Direction.DOWNGRADE), traces(revision, book));
    }

    /// A file that can't be read as text has said so already, as a problem of the folder.
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private static List<Hazard> hazards(Project project, Revision revision, Optional<Dialect> dialect,
            Direction direction) {
        return dialect.map(known -> {
            var graph = project.graph();
            var history = new SchemaHistory(graph, project.scripts(), known);
            var before = switch (direction) {
                case UPGRADE -> history.with(graph.ancestors(List.of(revision), Follow.PARENTS_AND_DEPENDENCIES)
                        .toList().stream().filter(other -> !other.equals(revision)).toList());
                case DOWNGRADE -> history.with(List.of(revision));
            };
            return new Judge(known, Facts.NONE).hazards(history.script(revision, direction), before);
        }).orElse(List.of());
    }

    private static List<Trace> traces(Revision revision, Optional<Book> book) {
        return book.filter(Book::exists).map(Book::outlines).orElse(List.of()).reversed().stream()
                .flatMap(run -> run.steps().reversed().stream()
                        .filter(step -> step.done().isPresent()
                                && step.begun().revision().equals(revision.id().value()))
                        .map(step -> new Trace(step.begun().move(), step.at(), run.id(), run.begin().who())))
                .toList();
    }
}
