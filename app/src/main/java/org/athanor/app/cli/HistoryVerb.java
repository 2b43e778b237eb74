package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.Status;
import org.athanor.engine.graph.History;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Lists revisions, newest first.
final class HistoryVerb extends Verb {
    private final Given<Optional<String>> range = arguments.option("-r, --rev-range FROM:TO",
            "Only these: from:to, from:, :to; ids, labels, current, -3: or :+2.");

    private final Given<Boolean> indicateCurrent = arguments.flag("-i, --indicate-current",
            "Mark the revisions that the database stands at.");

    private final Given<Boolean> drawn = arguments.flag("--graph", "Draw the lines of descent beside the list.");

    HistoryVerb() {
        super("history", "List revisions, newest first.");
    }

    @Override
    public Integer call() {
        var project = session().project();
        var graph = project.graph();
        boolean asksRange = range.get().filter(History::asksForCurrent).isPresent();
        var status = indicateCurrent.get() || asksRange
                ? Optional.of(session().open(project).status())
                : Optional.<Status>empty();
        status.filter(s -> asksRange && !s.unknown().isEmpty()).ifPresent(s -> {
            throw new Refusal(s.problems());
        });
        var current = status.map(Status::current).orElse(List.of());
        var revisions = range.get().map(r -> new History(graph, current).range(r)).orElseGet(graph::newestFirst);
        var marked = indicateCurrent.get() ? current.stream().map(Revision::id).toList() : List.<RevisionId>of();
        var text = new RevisionText(graph, Set.copyOf(marked), output().screen());
        return withProblems(() -> {
            var document = JsonForm.revisions(revisions, graph);
            return indicateCurrent.get() ? document.with("current", marked) : document;
        }, () -> tell(project, revisions, text, status.filter(_ -> indicateCurrent.get())),
                status.map(Status::problems).orElse(project.problems()));
    }

    private void tell(Project project, List<Revision> revisions, RevisionText text, Optional<Status> marked) {
        var screen = output().screen();
        if (drawn.get()) {
            var pending = marked.map(s -> s.pending().stream().map(Revision::id).collect(Collectors.toSet()));
            output().data(GraphText.of(project.graph(), revisions, text, screen, pending).stream());
        } else {
            output().data(isVerbose()
                    ? revisions.stream().map(text::entry)
                    : revisions.stream().map(text::historyLine).map(screen::line));
        }
    }
}
