package org.athanor.app.cli;

import java.util.Set;

import org.athanor.app.export.Json;
import org.athanor.engine.graph.RevisionGraph;

/// Lists the revisions that nothing follows.
final class HeadsVerb extends Verb {
    private final Given<Boolean> resolveDependencies = arguments.flag("--resolve-dependencies",
            "Leave out heads that another revision depends on. (In JSON they are apart in any case.)");

    HeadsVerb() {
        super("heads", "List the newest revision of each line.");
    }

    @Override
    public Integer call() {
        var project = session().project();
        var graph = project.graph();
        var text = new RevisionText(graph, Set.of(), output().screen());
        var listed = resolveDependencies.get() ? graph.realHeads() : graph.heads();
        return withProblems(() -> document(graph),
                () -> output().data(listed.stream().map(isVerbose() ? text::entry : text::headLine)),
                project.problems());
    }

    private static Json document(RevisionGraph graph) {
        var effective = graph.heads().stream().filter(r -> !graph.isRealHead(r)).toList();
        return JsonForm.revisions(graph.realHeads(), graph).with("effective_heads",
                effective.stream().map(r -> JsonForm.revision(r, graph)).toList());
    }
}
