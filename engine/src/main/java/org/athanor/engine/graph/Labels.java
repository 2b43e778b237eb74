package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.revision.Revision;

/// Branch labels: who declares each, and how far it spreads. A label goes to everything that descends from its
/// revision; where that is one plain line, it also goes down to the first branch point or merge.
final class Labels {
    private final Map<String, Integer> owners;
    private final List<Set<String>> spread;

    private Labels(Map<String, Integer> owners, List<Set<String>> spread) {
        this.owners = owners;
        this.spread = spread;
    }

    static Labels spread(List<Revision> revisions, Map<String, Integer> owners, Edges edges) {
        var spread = new ArrayList<Set<String>>(Collections.nCopies(revisions.size(), Set.of()));
        owners.forEach((label, owner) -> {
            var reached = Edges.reach(edges.children(), owner);
            addBelow(owner, edges, reached);
            reached.stream().forEach(r -> add(spread, r, label));
        });
        return new Labels(new LinkedHashMap<>(owners), spread);
    }

    private static void addBelow(int owner, Edges edges, BitSet reached) {
        boolean aloneAbove = reached.stream().allMatch(r -> isPlain(r, edges));
        int at = owner;
        while (aloneAbove && edges.parents()[at].length == 1) {
            at = edges.parents()[at][0];
            if (reached.get(at) || !isPlain(at, edges)) {
                return;
            }
            reached.set(at);
        }
    }

    /// Neither a merge nor a point where lines or dependencies part.
    private static boolean isPlain(int revision, Edges edges) {
        return edges.after()[revision].length <= 1 && edges.parents()[revision].length <= 1;
    }

    private static void add(List<Set<String>> spread, int revision, String label) {
        var labels = new LinkedHashSet<>(spread.get(revision));
        labels.add(label);
        spread.set(revision, labels);
    }

    Optional<Integer> owner(String label) {
        return Optional.ofNullable(owners.get(label));
    }

    Set<String> declared() {
        return owners.keySet();
    }

    boolean isEmpty() {
        return owners.isEmpty();
    }

    Set<String> of(int revision) {
        return spread.get(revision);
    }
}
