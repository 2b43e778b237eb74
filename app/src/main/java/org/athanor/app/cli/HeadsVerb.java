package org.athanor.app.cli;

import java.util.Set;

import org.athanor.app.export.Json;
import org.athanor.engine.graph.RevisionGraph;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists the revisions that nothing follows.
@Command(name = "heads", description = "List the newest revision of each line.")
final class HeadsVerb extends Verb {
    @Option(names = "--resolve-dependencies", description = "Leave out heads that another revision depends on. (In JSON they are apart in any case.)")
    private boolean resolveDependencies;

    @Override
    public Integer call() {
        var project = session().project();
        var graph = project.graph();
        var text = new RevisionText(graph, Set.of());
        var listed = resolveDependencies ? graph.realHeads() : graph.heads();
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
