package org.athanor.engine.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Two answers that don't agree, and what can be asked about them and about one of the targets.
record Difference(Case question, RevisionGraph graph, Answer alembic, Answer ours, String target) {
    static List<Difference> of(Case question, Answer alembic, Answer ours) {
        var graph = question.graph();
        return question.targets().stream().map(t -> new Difference(question, graph, alembic, ours, t)).toList();
    }

    Case.Verb verb() {
        return question.verb();
    }

    Optional<Target.Named> named() {
        return parsed().filter(Target.Named.class::isInstance).map(Target.Named.class::cast);
    }

    Optional<Target.Relative> relative() {
        return parsed().filter(Target.Relative.class::isInstance).map(Target.Relative.class::cast);
    }

    Optional<String> branch() {
        return named().flatMap(Target.Named::branch).or(() -> relative().flatMap(Target.Relative::branch));
    }

    boolean alembicSays(String text) {
        return alembic instanceof Answer.Refused refused && refused.text().contains(text);
    }

    boolean alembicDies(String text) {
        return alembic instanceof Answer.Died died && died.text().contains(text);
    }

    boolean oursRefuses() {
        return ours instanceof Answer.Refused;
    }

    boolean oursSays(String text) {
        return ours instanceof Answer.Refused refused && refused.text().contains(text);
    }

    boolean isUnknown(String branch) {
        try {
            new Identifiers(graph).branch(branch);
            return false;
        } catch (Refusal _) {
            return true;
        }
    }

    /// Alembic was told a branch, and takes back what is neither before nor after it.
    boolean alembicLeavesTheBranch() {
        return alembic instanceof Answer.Steps theirs && !names(new Identifiers(graph)
                .onBranch(graph.revisions(), branch())).containsAll(theirs.revisions());
    }

    boolean noRowIsOnTheBranch() {
        return Collections.disjoint(question.rowNames(),
                names(new Identifiers(graph).onBranch(graph.revisions(), branch())));
    }

    boolean rowsContradict() {
        return !withoutImplied(question.rowNames()).equals(question.rowNames());
    }

    /// `head` or `label@head` stands for one of several ends, because that one needs all the others.
    boolean headNeedsTheOthers() {
        var name = named().map(Target.Named::name).or(() -> relative().flatMap(Target.Relative::from));
        var ends = new Identifiers(graph).onBranch(graph.heads(), branch());
        return name.filter("head"::equals).isPresent() && ends.size() > 1
                && ends.stream().anyMatch(end -> before(end).containsAll(names(ends)));
    }

    /// One name is the beginning of an id and of that revision's label, or of two labels of one revision.
    boolean beginsSeveralNamesOfOneRevision() {
        var typed = Stream.concat(Stream.concat(branch().stream(), named().map(Target.Named::name).stream()),
                relative().flatMap(Target.Relative::from).stream());
        var onBranch = names(branch().filter(this::isUnknown).isPresent()
                ? graph.revisions()
                : new Identifiers(graph).onBranch(graph.revisions(), branch()));
        return typed.anyMatch(start -> {
            var keys = Stream.concat(graph.revisions().stream().map(r -> r.id().value()),
                    graph.declaredLabels().stream()).filter(key -> key.length() > 3 && key.startsWith(start))
                    .filter(key -> owner(key).filter(r -> onBranch.contains(r.toString())).isPresent()).toList();
            return keys.size() > 1 && keys.stream().map(this::owner).distinct().count() == 1;
        });
    }

    /// Ours ended where the rows on the targets' lines gave way to the targets, and no others.
    boolean oursStampedWhatWasNamed() {
        if (!(ours instanceof Answer.Steps mine)) {
            return false;
        }
        var identifiers = new Identifiers(graph);
        var goals = new ArrayList<Revision>();
        var lines = new ArrayList<Revision>();
        for (var name : question.targets().stream().map(t -> (Target.Named) Target.parse(t)).toList()) {
            var found = identifiers.named(name);
            goals.addAll(found);
            lines.addAll(!found.isEmpty()
                    ? found
                    : name.branch().map(b -> List.of(identifiers.branch(b))).orElse(graph.revisions()));
        }
        lines.addAll(question.purge() ? graph.revisions() : List.of());
        return mine.rows().equals(new Journey(question).stamped(names(lines), names(goals)));
    }

    boolean severalAreStamped() {
        return question.targets().size() > 1
                || named().filter(n -> n.name().equals("heads") || n.branch().isPresent()).isPresent();
    }

    private Optional<Revision> owner(String key) {
        return graph.find(new RevisionId(key)).or(() -> graph.labelled(key));
    }

    /// The same revisions in the same order; of Alembic's rows some are implied by others.
    boolean sameButForImpliedRows() {
        return alembic instanceof Answer.Steps theirs && ours instanceof Answer.Steps mine
                && mine.stops().equals(theirs.stops().stream()
                        .map(stop -> new Answer.Stop(stop.revision(), withoutImplied(stop.rows()))).toList());
    }

    private List<String> withoutImplied(List<String> rows) {
        return rows.stream().filter(row -> rows.stream().noneMatch(other -> !other.equals(row)
                && owner(other).filter(r -> before(r).contains(row)).isPresent())).toList();
    }

    private List<String> before(Revision revision) {
        return names(graph.ancestors(revision, Follow.PARENTS_AND_DEPENDENCIES).toList());
    }

    private static List<String> names(List<Revision> revisions) {
        return revisions.stream().map(Revision::toString).toList();
    }

    private Optional<Target> parsed() {
        try {
            return Optional.of(Target.parse(target));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "%s%nAlembic  %s%nAthanor  %s".formatted(question, alembic, ours);
    }
}
