package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Builds the graph and collects what is wrong with it. An edge to something that isn't there is left out and
/// reported; nothing stops at the first fault.
final class GraphBuilder {
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<RevisionId, Integer> positions = new HashMap<>();
    private final Map<String, Integer> labelOwners = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    GraphBuilder(List<Revision> loaded) {
        loaded.forEach(this::addRevision);
    }

    RevisionGraph build() {
        revisions.forEach(this::addLabels);
        int size = revisions.size();
        int[][] parents = new int[size][];
        int[][] dependencies = new int[size][];
        for (int i = 0; i < size; i++) {
            parents[i] = resolveParents(revisions.get(i));
            dependencies[i] = resolveDependencies(revisions.get(i));
        }
        int[][] before = directlyBefore(parents, dependencies);
        int[][] children = reverse(parents, new int[size][0]);
        boolean isPlain = Arrays.stream(dependencies).allMatch(needed -> needed.length == 0);
        int[][] after = isPlain ? children : reverse(parents, dependencies);
        var edges = new Edges(parents, children, dependencies, before, after);
        return new RevisionGraph(revisions, positions, edges, Labels.spread(revisions, labelOwners, edges),
                tangled(edges), problems);
    }

    /// The revisions that wait for themselves; each ring is reported.
    private BitSet tangled(Edges edges) {
        var tangled = new BitSet();
        if (!edges.canBeOrdered()) {
            for (var knot : Loops.find(Links.of(revisions, edges))) {
                knot.members().forEach(id -> tangled.set(positions.getOrDefault(id, 0)));
                reportLoop(knot.ring(), knot.kind());
            }
        }
        return tangled;
    }

    private void addRevision(Revision revision) {
        var earlier = positions.get(revision.id());
        if (earlier != null) {
            reportDuplicate(revisions.get(earlier), revision);
            return;
        }
        positions.put(revision.id(), revisions.size());
        revisions.add(revision);
    }

    private void reportDuplicate(Revision first, Revision second) {
        report(second, "revision", ProblemKind.DUPLICATE_ID,
                "Revision %s is already declared in %s".formatted(second.id(), placeOf(first, "revision")),
                "Give one of the two files an id of its own, or remove the copy.");
    }

    private void addLabels(Revision revision) {
        if (revision.branchLabels().isEmpty()) {
            return;
        }
        for (var label : new LinkedHashSet<>(revision.branchLabels())) {
            var owner = labelOwners.putIfAbsent(label, position(revision));
            if (owner != null) {
                report(revision, "branch_labels", ProblemKind.DUPLICATE_LABEL,
                        "Branch label '%s' of %s is already used by %s".formatted(label, revision,
                                revisions.get(owner)),
                        "A label belongs to one revision: rename or remove one of the two.");
            } else if (positions.containsKey(new RevisionId(label))) {
                labelOwners.remove(label);
                report(revision, "branch_labels", ProblemKind.DUPLICATE_LABEL,
                        "Branch label '%s' of %s is also a revision id".formatted(label, revision),
                        "Rename the label, so that it names one thing only.");
            }
        }
    }

    private int[] resolveParents(Revision revision) {
        int[] found = new int[revision.downRevisions().size()];
        int count = 0;
        for (var parent : revision.downRevisions()) {
            var position = positions.get(parent);
            if (position == null) {
                report(revision, "down_revision", ProblemKind.MISSING_PARENT,
                        "%s follows %s, which is not in this folder".formatted(revision, parent),
                        "Was a file removed or not yet pulled? Restore it, or change the parent of %s."
                                .formatted(revision));
            } else if (parent.equals(revision.id())) {
                reportSelfReference(revision, "down_revision");
            } else {
                count = add(found, count, position);
            }
        }
        return first(count, found);
    }

    private static int[] first(int count, int[] of) {
        return of.length == count ? of : Arrays.copyOf(of, count);
    }

    /// Adds a position unless it is there; how many there are then.
    private static int add(int[] found, int count, int position) {
        for (int i = 0; i < count; i++) {
            if (found[i] == position) {
                return count;
            }
        }
        found[count] = position;
        return count + 1;
    }

    private int[] resolveDependencies(Revision revision) {
        int[] found = new int[revision.dependsOn().size()];
        int count = 0;
        for (var name : revision.dependsOn()) {
            var position = dependency(revision, name);
            if (position.isEmpty()) {
                continue;
            }
            var needed = revisions.get(position.get());
            if (needed.equals(revision)) {
                reportSelfReference(revision, "depends_on");
            } else {
                count = add(found, count, position.get());
            }
        }
        return first(count, found);
    }

    /// A dependency is named by id, by branch label, or by the unambiguous beginning of an id.
    private Optional<Integer> dependency(Revision revision, String name) {
        var exact = positions.get(new RevisionId(name));
        var labelled = exact == null ? labelOwners.get(name) : exact;
        if (labelled != null) {
            return Optional.of(labelled);
        }
        var partial = revisions.stream().filter(r -> r.id().value().startsWith(name)).toList();
        if (partial.size() == 1 && name.length() > 3) {
            return Optional.of(position(partial.getFirst()));
        }
        var why = partial.isEmpty() || name.length() <= 3
                ? "is neither a revision nor a branch label of this folder"
                : "is the beginning of " + names(partial);
        report(revision, "depends_on", ProblemKind.MISSING_DEPENDENCY,
                "%s depends on %s, which %s".formatted(revision, name, why),
                "Restore the missing file, or change depends_on of %s.".formatted(revision));
        return Optional.empty();
    }

    private void reportSelfReference(Revision revision, String field) {
        report(revision, field, ProblemKind.SELF_REFERENCE, "%s names itself in %s".formatted(revision, field),
                "Name the revision that comes before it, or leave the field empty.");
    }

    private void reportLoop(List<RevisionId> loop, ProblemKind kind) {
        var ring = new ArrayList<>(loop);
        ring.add(loop.getFirst());
        var path = ring.stream().map(RevisionId::value).collect(Collectors.joining(" -> "));
        var members = loop.stream().map(id -> revisions.get(positions.getOrDefault(id, 0))).toList();
        var field = kind == ProblemKind.CYCLE ? "down_revision" : "depends_on";
        var place = members.stream().filter(r -> kind == ProblemKind.CYCLE || !r.dependsOn().isEmpty()).findFirst();
        report(place.orElse(members.getFirst()), field, kind, "These revisions wait for each other: " + path,
                "Change %s of one of them so that the chain has a beginning.".formatted(field));
    }

    /// Parents and dependencies, without those dependencies that a strict ancestor asks for already.
    private static int[][] directlyBefore(int[][] parents, int[][] dependencies) {
        int[][] before = new int[parents.length][];
        for (int i = 0; i < parents.length; i++) {
            if (dependencies[i].length == 0) {
                before[i] = parents[i];
                continue;
            }
            var wanted = new LinkedHashSet<Integer>();
            Arrays.stream(dependencies[i]).forEach(wanted::add);
            int self = i;
            Edges.reach(parents, i).stream().filter(r -> r != self)
                    .forEach(r -> Arrays.stream(dependencies[r]).forEach(wanted::remove));
            var all = new LinkedHashSet<Integer>();
            Arrays.stream(parents[i]).forEach(all::add);
            all.addAll(wanted);
            before[i] = toArray(all);
        }
        return before;
    }

    /// Who comes after each revision, by any of the given edges, in load order and without repetition.
    private static int[][] reverse(int[][] parents, int[][] dependencies) {
        int[][] after = new int[parents.length][0];
        int[] counts = new int[parents.length];
        for (int i = 0; i < parents.length; i++) {
            addAfter(parents[i], i, after, counts);
            addAfter(dependencies[i], i, after, counts);
        }
        for (int i = 0; i < after.length; i++) {
            after[i] = first(counts[i], after[i]);
        }
        return after;
    }

    /// Revisions come in load order, so that one which is there already is the last.
    private static void addAfter(int[] olders, int newer, int[][] after, int[] counts) {
        for (int older : olders) {
            int count = counts[older];
            if (count == 0 || after[older][count - 1] != newer) {
                if (count == after[older].length) {
                    after[older] = Arrays.copyOf(after[older], 2 * count + 1);
                }
                after[older][count] = newer;
                counts[older]++;
            }
        }
    }

    private void report(Revision revision, String field, ProblemKind kind, String message, String hint) {
        problems.add(Problem.at(revision.path(), revision.file().line(field), kind, message, hint));
    }

    private static String placeOf(Revision revision, String field) {
        return new Problem.Place(revision.path(), revision.file().line(field)).toString();
    }

    private static String names(List<Revision> revisions) {
        return revisions.stream().map(Revision::toString).collect(Collectors.joining(", "));
    }

    private int position(Revision revision) {
        return positions.getOrDefault(revision.id(), -1);
    }

    private static int[] toArray(Set<Integer> positions) {
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }
}
