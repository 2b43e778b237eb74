package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.RevisionId;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.MaskSubgraph;

/// Finds revisions that wait for each other, and a path around each such ring.
final class Loops {
    private final Graph<RevisionId, Link> links;
    private final BiConsumer<List<RevisionId>, ProblemKind> report;

    Loops(Graph<RevisionId, Link> links, BiConsumer<List<RevisionId>, ProblemKind> report) {
        this.links = links;
        this.report = report;
    }

    void find() {
        var byParents = new MaskSubgraph<>(links, _ -> false, link -> link.kind() == Link.Kind.DEPENDENCY);
        var known = new HashSet<Set<RevisionId>>();
        for (var knot : knots(byParents)) {
            known.add(knot);
            report.accept(ring(byParents, knot), ProblemKind.CYCLE);
        }
        for (var knot : knots(links)) {
            if (!known.contains(knot)) {
                report.accept(ring(links, knot), ProblemKind.DEPENDENCY_CYCLE);
            }
        }
    }

    private static List<Set<RevisionId>> knots(Graph<RevisionId, Link> graph) {
        return new GabowStrongConnectivityInspector<>(graph).stronglyConnectedSets().stream()
                .filter(set -> set.size() > 1).sorted(Comparator.comparing(set -> smallest(set))).toList();
    }

    /// The shortest way from the smallest id of the knot back to itself, newer revisions first as a reader would say it:
    /// a waits for b, b waits for c.
    private static List<RevisionId> ring(Graph<RevisionId, Link> graph, Set<RevisionId> knot) {
        var start = smallest(knot);
        var inside = new AsSubgraph<>(graph, knot);
        var paths = new BFSShortestPath<>(inside).getPaths(start);
        var shortest = inside.incomingEdgesOf(start).stream().map(Link::older)
                .flatMap(last -> Optional.ofNullable(paths.getPath(last)).stream())
                .min(Comparator.comparingInt(path -> path.getLength())).orElseThrow();
        var backwards = new ArrayList<>(shortest.getVertexList().reversed());
        backwards.addFirst(backwards.removeLast());
        return backwards;
    }

    private static RevisionId smallest(Set<RevisionId> ids) {
        return ids.stream().min(Comparator.naturalOrder()).orElseThrow();
    }
}
