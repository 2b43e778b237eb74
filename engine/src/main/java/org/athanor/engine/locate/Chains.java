package org.athanor.engine.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.RevisionSet;
import org.athanor.engine.revision.Revision;

/// Puts places into rows in which each holds all that the one before it holds, so that one empty database passes all of a row.
final class Chains {
    private final RevisionGraph graph;
    private final Map<Place, RevisionSet> applied = new HashMap<>();
    private final List<List<Place>> chains = new ArrayList<>();

    Chains(RevisionGraph graph) {
        this.graph = graph;
    }

    /// The chains of these places, the most wanted ones first; who would need one chain too many is left out.
    static List<List<Place>> of(RevisionGraph graph, List<Place> wanted, int most) {
        var chains = new Chains(graph);
        wanted.forEach(place -> chains.add(place, most));
        chains.chains.forEach(chain -> chain.sort(Comparator.comparingInt(place -> chains.applied(place).size())));
        return chains.chains;
    }

    private void add(Place place, int most) {
        var chain = chains.stream().filter(c -> c.stream().allMatch(other -> isOrdered(place, other))).findFirst();
        if (chain.isPresent()) {
            chain.get().add(place);
        } else if (chains.size() < most) {
            chains.add(new ArrayList<>(List.of(place)));
        }
    }

    private boolean isOrdered(Place one, Place other) {
        return applied(one).minus(applied(other)).isEmpty() || applied(other).minus(applied(one)).isEmpty();
    }

    private RevisionSet applied(Place place) {
        return applied.computeIfAbsent(place, p -> graph.ancestors(p.rows(), Follow.PARENTS_AND_DEPENDENCIES));
    }

    /// The revisions between two places of a chain, in an order in which they can run.
    static List<Revision> between(RevisionGraph graph, List<Revision> from, List<Revision> to) {
        return graph.newestFirst(graph.ancestors(to, Follow.PARENTS_AND_DEPENDENCIES)
                .minus(graph.ancestors(from, Follow.PARENTS_AND_DEPENDENCIES))).reversed();
    }
}
