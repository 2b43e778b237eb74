package org.athanor.app.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.graph.History;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists revisions, newest first.
@Command(name = "history", description = "List revisions, newest first.")
final class HistoryVerb extends Verb {
    @Option(names = {"-r",
            "--rev-range"}, paramLabel = "FROM:TO", description = "Only these: from:to, from:, :to; ids, labels, current, -3: or :+2.")
    private Optional<String> range = Optional.empty();

    @Option(names = {"-i", "--indicate-current"}, description = "Mark the revisions that the database stands at.")
    private boolean indicateCurrent;

    @Option(names = "--graph", description = "Draw the lines of descent beside the list.")
    private boolean drawn;

    @Override
    public Integer call() {
        var project = session().project();
        var graph = project.graph();
        var current = current(project);
        var revisions = range.map(r -> new History(graph, current).range(r)).orElseGet(graph::newestFirst);
        var marked = new HashSet<RevisionId>();
        current.forEach(r -> marked.add(r.id()));
        var text = new RevisionText(graph, indicateCurrent ? marked : Set.of());
        return withProblems(() -> {
            var document = JsonForm.revisions(revisions, graph);
            return indicateCurrent ? document.with("current", List.copyOf(marked)) : document;
        }, () -> tell(project, revisions, text), project.problems());
    }

    private List<Revision> current(Project project) {
        boolean asked = indicateCurrent || range.filter(History::asksForCurrent).isPresent();
        return asked ? project.graph().allCurrent(session().open(project).status().current()) : List.of();
    }

    private void tell(Project project, List<Revision> revisions, RevisionText text) {
        if (drawn) {
            output().data(GraphText.of(project.graph(), revisions, text).stream());
        } else {
            output().data(revisions.stream().map(isVerbose() ? text::entry : text::historyLine));
        }
    }
}
