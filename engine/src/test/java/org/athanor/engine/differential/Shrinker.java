package org.athanor.engine.differential;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Makes a failing case small: takes revisions, rows, dependencies, parents and labels away while it keeps failing.
final class Shrinker {
    private final Predicate<Case> fails;

    Shrinker(Predicate<Case> fails) {
        this.fails = fails;
    }

    Case shrink(Case question) {
        var smallest = question;
        for (var next = smaller(smallest); next.isPresent(); next = smaller(smallest)) {
            smallest = next.get();
        }
        return smallest;
    }

    private Optional<Case> smaller(Case question) {
        return Stream.of(withoutOneRow(question), withoutOneRevision(question), withoutOneEdge(question))
                .flatMap(List::stream).filter(Shrinker::isSound).filter(fails).findFirst();
    }

    private static boolean isSound(Case question) {
        var graph = RevisionGraph.of(question.revisions());
        return graph.problems().isEmpty() && question.rows().stream().allMatch(row -> graph.find(row).isPresent());
    }

    private static List<Case> withoutOneRow(Case question) {
        return question.rows().stream().map(row -> {
            var rows = new ArrayList<>(question.rows());
            rows.remove(row);
            return new Case(question.revisions(), rows, question.verb(), question.targets(), question.purge());
        }).toList();
    }

    /// Its children follow its parents then.
    private static List<Case> withoutOneRevision(Case question) {
        return question.revisions().stream().map(gone -> with(question, question.revisions().stream()
                .filter(r -> !r.equals(gone)).map(r -> withoutMention(r, gone)).toList())).toList();
    }

    private static Revision withoutMention(Revision revision, Revision gone) {
        var parents = new LinkedHashSet<RevisionId>();
        revision.downRevisions().forEach(parent -> parents.addAll(
                parent.equals(gone.id()) ? gone.downRevisions() : List.of(parent)));
        var needs = revision.dependsOn().stream()
                .filter(need -> !need.equals(gone.id().value()) && !gone.branchLabels().contains(need)).toList();
        return RandomHistory.revision(revision.id().value(), List.copyOf(parents), needs, revision.branchLabels());
    }

    private static List<Case> withoutOneEdge(Case question) {
        var cases = new ArrayList<Case>();
        for (var revision : question.revisions()) {
            var id = revision.id().value();
            revision.downRevisions().forEach(parent -> cases.add(replaced(question, revision, RandomHistory.revision(id,
                    without(revision.downRevisions(), parent), revision.dependsOn(), revision.branchLabels()))));
            revision.dependsOn().forEach(need -> cases.add(replaced(question, revision, RandomHistory.revision(id,
                    revision.downRevisions(), without(revision.dependsOn(), need), revision.branchLabels()))));
            revision.branchLabels().forEach(label -> cases.add(replaced(question, revision, RandomHistory.revision(id,
                    revision.downRevisions(), revision.dependsOn(), without(revision.branchLabels(), label)))));
        }
        return cases;
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }

    private static Case replaced(Case question, Revision old, Revision young) {
        return with(question, question.revisions().stream().map(r -> r.equals(old) ? young : r).toList());
    }

    private static Case with(Case question, List<Revision> revisions) {
        return new Case(revisions, question.rows(), question.verb(), question.targets(), question.purge());
    }
}
