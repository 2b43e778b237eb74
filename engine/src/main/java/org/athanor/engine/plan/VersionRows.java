package org.athanor.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// The rows of the version table as they move along a plan. They are the fewest that tell everything: what a row's
/// ancestors and dependencies imply has no row of its own.
final class VersionRows {
    private final RevisionGraph graph;
    private final Set<Revision> rows;

    VersionRows(RevisionGraph graph, Collection<Revision> rows) {
        this.graph = graph;
        this.rows = new LinkedHashSet<>(rows);
    }

    List<RevisionId> ids() {
        return rows.stream().map(Revision::id).sorted().toList();
    }

    /// A revision is applied: its row takes the place of the rows directly below it.
    List<VersionChange> apply(Revision revision) {
        var below = graph.directlyBefore(revision).stream().filter(rows::contains).toList();
        if (below.isEmpty()) {
            rows.add(revision);
            return List.of(new VersionChange.Insert(revision.id()));
        }
        var replaced = below.size() == 1 ? below : notImpliedByOthers(below, new HashSet<>(below));
        var changes = new ArrayList<VersionChange>();
        replaced.subList(0, replaced.size() - 1).forEach(r -> changes.add(new VersionChange.Delete(r.id())));
        changes.add(new VersionChange.Update(replaced.getLast().id(), revision.id()));
        replaced.forEach(rows::remove);
        rows.add(revision);
        return changes;
    }

    /// A revision is taken back: those below it that nothing else implies get rows again.
    List<VersionChange> revert(Revision revision) {
        if (!rows.contains(revision)) {
            throw new IllegalStateException(revision + " is taken back but has no row");
        }
        var restored = tips(notImpliedByOthers(graph.directlyBefore(revision), Set.of(revision)));
        rows.remove(revision);
        rows.addAll(restored);
        if (restored.isEmpty()) {
            return List.of(new VersionChange.Delete(revision.id()));
        }
        var changes = new ArrayList<VersionChange>();
        restored.subList(0, restored.size() - 1).forEach(r -> changes.add(new VersionChange.Insert(r.id())));
        changes.add(new VersionChange.Update(revision.id(), restored.getLast().id()));
        return changes;
    }

    /// Those that no row outside of `leaving` has among its ancestors.
    private List<Revision> notImpliedByOthers(List<Revision> candidates, Set<Revision> leaving) {
        var others = rows.stream().filter(r -> !leaving.contains(r)).toList();
        if (others.isEmpty()) {
            return candidates;
        }
        var implied = graph.ancestors(others, Follow.PARENTS_AND_DEPENDENCIES);
        return candidates.stream().filter(r -> !implied.contains(r)).toList();
    }

    /// Those that are not an ancestor of another one.
    private List<Revision> tips(List<Revision> candidates) {
        if (candidates.size() < 2) {
            return candidates;
        }
        return candidates.stream().filter(r -> candidates.stream().noneMatch(other -> !other.equals(r)
                && graph.ancestors(other, Follow.PARENTS_AND_DEPENDENCIES).contains(r))).toList();
    }
}
