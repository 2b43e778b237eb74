package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.RevisionId;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.MaskSubgraph;

/// Finds revisions that wait for each other, and a path around each such ring.
final class Loops {
    /// Revisions that can't be put in an order, and the shortest ring among them.
    record Knot(Set<RevisionId> members, List<RevisionId> ring, ProblemKind kind) {}

    private Loops() {}

    static List<Knot> find(Graph<RevisionId, Link> links) {
        var all = knots(links);
        if (all.isEmpty()) {
            return List.of();
        }
        var byParents = new MaskSubgraph<>(links, _ -> false, link -> link.kind() == Link.Kind.DEPENDENCY);
        var parentKnots = knots(byParents);
        var found = new ArrayList<Knot>();
        parentKnots.forEach(knot -> found.add(new Knot(knot, ring(byParents, knot), ProblemKind.CYCLE)));
        all.stream().filter(knot -> parentKnots.stream().noneMatch(knot::containsAll))
                .forEach(knot -> found.add(new Knot(knot, ring(links, knot), ProblemKind.DEPENDENCY_CYCLE)));
        return found;
    }

    private static List<Set<RevisionId>> knots(Graph<RevisionId, Link> graph) {
        return new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets().stream()
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
