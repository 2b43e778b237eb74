package org.athanor.app.cli;

import java.util.List;
import java.util.Set;

import org.athanor.app.export.Json;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;

/// Lists the revisions that several others follow.
final class BranchesVerb extends Verb {
    BranchesVerb() {
        super("branches", "List the branch points, each with the revisions that follow it.");
    }

    @Override
    public Integer call() {
        var project = session().project();
        var graph = project.graph();
        var points = graph.newestFirst().stream().filter(graph::isBranchPoint).toList();
        var text = new RevisionText(graph, Set.of(), output().screen());
        return withProblems(() -> document(points, graph), () -> points.forEach(point -> tell(point, text, graph)),
                project.problems());
    }

    private static Json document(List<Revision> points, RevisionGraph graph) {
        return Json.object().with("revisions", points.stream().map(point -> JsonForm.revision(point, graph)
                .with("children", graph.children(point).stream().map(Revision::id).toList())).toList());
    }

    private void tell(Revision point, RevisionText text, RevisionGraph graph) {
        output().data(isVerbose() ? text.entry(point) : text.branchLine(point));
        var indent = " ".repeat(point.id().value().length());
        graph.children(point).forEach(child -> output().data("%s -> %s%s".formatted(indent, text.branchLine(child),
                isVerbose() ? ", " + child.message() : "")));
        output().data("");
    }
}
