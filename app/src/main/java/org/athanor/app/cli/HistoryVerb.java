package org.athanor.app.cli;

import java.util.Set;

import picocli.CommandLine.Command;

/// Lists all revisions, newest first.
@Command(name = "history", description = "List all revisions, newest first.")
final class HistoryVerb extends Verb {
    @Override
    public Integer call() {
        var project = session().project();
        var graph = project.graph();
        var revisions = graph.newestFirst();
        var text = new RevisionText(graph, Set.of());
        return withProblems(JsonForm.revisions(revisions, graph),
                () -> revisions.forEach(r -> output().data(isVerbose() ? text.entry(r) : text.historyLine(r))),
                project.problems());
    }
}
