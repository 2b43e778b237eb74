package org.athanor.engine.locate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;

/// All places where a database of a project may stand: at each revision, at each stop of an upgrade of all heads, and where
/// branches stand beside each other, in so far as these aren't too many. A place comes after the one it is reached from.
final class Places {
    private final RevisionGraph graph;
    private final Map<List<Revision>, Place> byRows = new LinkedHashMap<>();
    private final boolean complete;

    private Places(RevisionGraph graph, int more) {
        this.graph = graph;
        var base = Place.base();
        byRows.put(base.rows(), base);
        var route = graph.newestFirst().reversed();
        var at = base;
        for (var revision : route) {
            at = step(at, revision);
        }
        route.forEach(this::alone);
        this.complete = combine(byRows.size() + more);
    }

    /// At most so many places are looked for beyond those that a database passes anyway. The graph is sound.
    static Places of(RevisionGraph graph, int more) {
        return new Places(graph, more);
    }

    /// The stops of an upgrade of all heads.
    static List<Place> ofUpgrade(RevisionGraph graph) {
        var stops = new ArrayList<Place>();
        stops.add(Place.base());
        graph.newestFirst().reversed().forEach(r -> stops.add(stops.getLast().after(r, graph)));
        return stops;
    }

    private Place step(Place from, Revision revision) {
        var next = from.after(revision, graph);
        return byRows.computeIfAbsent(next.rows(), _ -> next);
    }

    /// Where a revision is applied with what it needs, and nothing else.
    private void alone(Revision revision) {
        var before = graph.directlyBefore(revision);
        var from = before.size() == 1 ? byRows.get(List.of(before.getFirst())) : null;
        step(from == null ? together(before) : from, revision);
    }

    /// The place where these stand beside each other, and all stops on the way from the first of them.
    private Place together(Collection<Revision> revisions) {
        var at = byRows.get(revisions.stream().limit(1).toList());
        if (at == null) {
            at = Place.base();
        }
        var applied = graph.ancestors(at.rows(), Follow.PARENTS_AND_DEPENDENCIES);
        var rest = graph.ancestors(revisions, Follow.PARENTS_AND_DEPENDENCIES).minus(applied);
        for (var revision : graph.newestFirst(rest).reversed()) {
            at = step(at, revision);
        }
        return at;
    }

    /// Whether all combinations of branches are in.
    private boolean combine(int limit) {
        if (isLine()) {
            return true;
        }
        var queue = new ArrayList<>(byRows.values());
        for (int i = 0; i < queue.size(); i++) {
            var place = queue.get(i);
            for (var revision : next(place)) {
                int known = byRows.size();
                var there = step(place, revision);
                if (byRows.size() > known) {
                    queue.add(there);
                }
                if (byRows.size() > limit) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The revisions that can be applied at a place.
    private List<Revision> next(Place place) {
        var applied = graph.ancestors(place.rows(), Follow.PARENTS_AND_DEPENDENCIES);
        return graph.revisions().stream().filter(r -> !applied.contains(r))
                .filter(r -> graph.directlyBefore(r).stream().allMatch(applied::contains)).toList();
    }

    private boolean isLine() {
        return graph.revisions().stream().allMatch(r -> graph.directlyAfter(r).size() <= 1)
                && graph.bases().size() <= 1;
    }

    List<Place> all() {
        return List.copyOf(byRows.values());
    }

    boolean isComplete() {
        return complete;
    }
}
