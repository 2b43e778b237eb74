package org.athanor.engine.differential;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.athanor.engine.revision.Revision;

/// Checks an upgrade or downgrade by what a history says, without the engine's graph: nothing runs before what it
/// builds on, and the rows are the applied revisions that no other applied one builds on.
final class Journey {
    private final Map<String, Set<String>> before = new LinkedHashMap<>();
    private final Case question;

    Journey(Case question) {
        this.question = question;
        question.revisions().forEach(r -> before.put(r.id().value(), namedBy(r)));
    }

    private Set<String> namedBy(Revision revision) {
        var named = new TreeSet<String>();
        revision.downRevisions().forEach(parent -> named.add(parent.value()));
        revision.dependsOn().forEach(need -> named.add(question.revisions().stream()
                .filter(r -> r.branchLabels().contains(need)).map(r -> r.id().value()).findFirst().orElse(need)));
        return named;
    }

    /// A stamp goes wherever it is told; it is always sound.
    boolean isSound(List<Answer.Stop> stops) {
        var applied = closure(question.rowNames());
        return stops.stream().allMatch(stop -> isSound(stop, applied));
    }

    private boolean isSound(Answer.Stop stop, Set<String> applied) {
        boolean inOrder = switch (question.verb()) {
            case UPGRADE -> applied.containsAll(before(stop.revision())) && applied.add(stop.revision());
            case DOWNGRADE -> applied.remove(stop.revision())
                    && applied.stream().noneMatch(r -> before(r).contains(stop.revision()));
            case STAMP -> true;
        };
        return question.verb() == Case.Verb.STAMP || inOrder && rows(applied).equals(stop.rows());
    }

    /// Where a stamp ends: rows before or after one of the revisions give way, the others stay; the goals are rows.
    List<String> stamped(Collection<String> revisions, Collection<String> goals) {
        var rows = new TreeSet<>(goals);
        question.rowNames().stream().filter(row -> revisions.stream().noneMatch(r -> share(row, r)))
                .forEach(rows::add);
        return List.copyOf(rows);
    }

    private boolean share(String one, String other) {
        return closure(List.of(one)).contains(other) || closure(List.of(other)).contains(one);
    }

    private List<String> rows(Set<String> applied) {
        return applied.stream().filter(r -> applied.stream().noneMatch(other -> !other.equals(r)
                && closure(List.of(other)).contains(r))).sorted().toList();
    }

    private Set<String> closure(Collection<String> start) {
        var reached = new TreeSet<>(start);
        var todo = new ArrayDeque<>(start);
        while (!todo.isEmpty()) {
            before(todo.pop()).stream().filter(reached::add).forEach(todo::push);
        }
        return reached;
    }

    private Set<String> before(String revision) {
        return before.getOrDefault(revision, Set.of());
    }
}
