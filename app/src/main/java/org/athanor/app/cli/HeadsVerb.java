package org.athanor.app.cli;

import java.util.Set;

import picocli.CommandLine.Command;

/// Lists the revisions that nothing follows.
@Command(name = "heads", description = "List the newest revision of each line.")
final class HeadsVerb extends Verb {
    @Override
    public Integer call() {
        var project = session().project();
        var graph = project.graph();
        var text = new RevisionText(graph, Set.of());
        return withProblems(JsonForm.revisions(graph.heads(), graph),
                () -> graph.heads().forEach(r -> output().data(isVerbose() ? text.entry(r) : text.headLine(r))),
                project.problems());
    }
}
