package org.athanor.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Moves rows of the version table to where they shall stand, without running anything.
public final class Stamps {
    /// What becomes of the rows that are there.
    public enum Rows {
        KEPT, PURGED
    }

    /// One target reached: its revision (none for base), what changes, and the rows afterwards.
    record Leg(Optional<Revision> revision, List<VersionChange> changes, List<RevisionId> headsAfter) {}

    private final RevisionGraph graph;
    private final Identifiers identifiers;
    private final Set<Revision> rows;
    private final List<Leg> legs = new ArrayList<>();

    Stamps(RevisionGraph graph, List<Revision> rows) {
        this.graph = graph;
        this.identifiers = new Identifiers(graph);
        this.rows = new LinkedHashSet<>(rows);
    }

    List<Leg> to(List<Target> targets) {
        var goals = new LinkedHashSet<Revision>();
        for (var target : targets) {
            var named = plain(target);
            var found = identifiers.named(named);
            if (found.isEmpty()) {
                clear(named.branch());
            }
            goals.addAll(found);
        }
        refuseOverlap(goals);
        goals.forEach(goal -> moveTo(goal, goals));
        return legs;
    }

    private static Target.Named plain(Target target) {
        return switch (target) {
            case Target.Named named -> named;
            case Target.Relative relative -> throw new Refusal(ProblemKind.BAD_TARGET,
                    "'%s' counts steps, and a stamp names revisions".formatted(relative),
                    "Name the revision, head, heads or base.");
        };
    }

    /// Base: the rows on the branch go, or all of them.
    private void clear(Optional<String> branch) {
        var leaving = branch.map(name -> sharing(identifiers.branch(name))).orElseGet(() -> List.copyOf(rows));
        for (var row : leaving) {
            rows.remove(row);
            add(Optional.empty(), List.of(new VersionChange.Delete(row.id())));
        }
    }

    private void moveTo(Revision goal, Set<Revision> goals) {
        var replaced = sharing(goal).stream().filter(row -> !goals.contains(row)).toList();
        var changes = rows.contains(goal) ? deleted(replaced) : replacedBy(goal, replaced);
        replaced.forEach(rows::remove);
        rows.add(goal);
        if (!changes.isEmpty()) {
            add(Optional.of(goal), changes);
        }
    }

    private static List<VersionChange> replacedBy(Revision goal, List<Revision> replaced) {
        if (replaced.isEmpty()) {
            return List.of(new VersionChange.Insert(goal.id()));
        }
        var changes = deleted(replaced.subList(0, replaced.size() - 1));
        changes.add(new VersionChange.Update(replaced.getLast().id(), goal.id()));
        return changes;
    }

    private static List<VersionChange> deleted(List<Revision> leaving) {
        var changes = new ArrayList<VersionChange>();
        leaving.forEach(row -> changes.add(new VersionChange.Delete(row.id())));
        return changes;
    }

    /// The rows before or after a revision, by whichever edges.
    private List<Revision> sharing(Revision revision) {
        var lineage = graph.ancestors(revision, Follow.PARENTS_AND_DEPENDENCIES)
                .plus(graph.descendants(revision, Follow.PARENTS_AND_DEPENDENCIES));
        return rows.stream().filter(lineage::contains).toList();
    }

    private void add(Optional<Revision> revision, List<VersionChange> changes) {
        legs.add(new Leg(revision, changes, rows.stream().map(Revision::id).sorted().toList()));
    }

    private void refuseOverlap(Set<Revision> goals) {
        for (var goal : goals) {
            var before = graph.ancestors(goal, Follow.PARENTS_AND_DEPENDENCIES);
            goals.stream().filter(other -> !other.equals(goal) && before.contains(other)).findFirst()
                    .ifPresent(other -> {
                        throw new Refusal(ProblemKind.OVERLAPPING_REVISIONS,
                                "%s comes before %s, so that the two can't both be rows".formatted(other, goal),
                                "Stamp %s alone: it implies the other.".formatted(goal));
                    });
        }
    }
}
