package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Finds the revisions that a name stands for, and says exactly why when it can't.
public final class Identifiers {
    private static final int SHORTEST_PARTIAL = 4;
    private static final int MOST_NAMED = 5;

    private final RevisionGraph graph;

    public Identifiers(RevisionGraph graph) {
        this.graph = graph;
    }

    /// The revisions that a name stands for: none for `base`, several only for `heads`.
    public List<Revision> named(Target.Named target) {
        return switch (target.name()) {
            case Target.BASE -> base(target.branch());
            case Target.HEADS -> heads(target.branch());
            case Target.HEAD -> head(target.branch()).stream().toList();
            default -> List.of(one(target.branch(), target.name()));
        };
    }

    /// The one revision that a name stands for where there can be only one; none for `base`.
    public Optional<Revision> single(Target.Named target) {
        var found = named(target);
        if (found.size() > 1) {
            throw severalHeads(found, target.branch(), "Name one of them, or say label@head for one branch.");
        }
        return found.stream().findFirst();
    }

    /// The revisions that a name or a count down from the heads stands for: `-2`, `billing@-1`.
    public List<Revision> standing(Target target) {
        return switch (target) {
            case Target.Named named -> named(named);
            case Target.Relative relative when relative.from().isEmpty() && relative.steps() < 0 -> below(relative);
            case Target.Relative relative when relative.from().isPresent() -> List.of(counted(relative));
            case Target.Relative relative -> throw new Refusal(ProblemKind.BAD_TARGET,
                    "'%s' counts from where a database stands".formatted(relative),
                    "Name the revision, or count down from the heads with -N.");
        };
    }

    private List<Revision> below(Target.Relative relative) {
        var walk = new Walk(graph);
        var found = onBranch(graph.realHeads(), relative.branch()).stream()
                .map(head -> walk.down(head, -relative.steps()))
                .flatMap(end -> end instanceof Walk.End.At(var revision) ? Stream.of(revision) : Stream.empty())
                .distinct().toList();
        if (found.isEmpty()) {
            throw tooFar(relative);
        }
        return found;
    }

    /// Steps up or down from a revision that is named.
    private Revision counted(Target.Relative relative) {
        var walk = new Walk(graph);
        var start = named(new Target.Named(relative.branch(), relative.from().orElseThrow()));
        if (start.size() > 1) {
            throw new Refusal(ProblemKind.BAD_TARGET,
                    "It is not clear where to count from: '%s' starts from any of %s".formatted(relative, names(start)),
                    "Name one revision.");
        }
        var end = relative.steps() >= 0 || start.isEmpty()
                ? walk.up(start.stream().findFirst(), Math.max(relative.steps(), 0), relative.branch())
                : walk.down(start.getFirst(), -relative.steps());
        return switch (end) {
            case Walk.End.At(var revision) -> revision;
            case Walk.End.Base _,Walk.End.TooFar _ -> throw tooFar(relative);
        };
    }

    private static Refusal tooFar(Target.Relative relative) {
        return new Refusal(ProblemKind.BAD_TARGET, "'%s' goes further than there are revisions".formatted(relative),
                "Use fewer steps; `athanor history` shows how many there are.");
    }

    /// The revision of an id, a label, or the beginning of one; on a branch if one is given.
    public Revision one(Optional<String> branch, String name) {
        var branchRevision = branch.map(this::branch);
        var revision = exact(name).orElseGet(() -> partial(name, branchRevision));
        branchRevision.filter(b -> !graph.sharesLineage(revision, b, Follow.PARENTS)).ifPresent(b -> {
            throw new Refusal(ProblemKind.NOT_ON_BRANCH,
                    "Revision %s is not on branch '%s'".formatted(revision, branch.orElse("")),
                    "It is neither before nor after %s. Leave the branch out, or name a revision on it.".formatted(b));
        });
        return revision;
    }

    /// The single newest revision, on a branch if one is given; none in an empty project. Where several lines end but
    /// one of them depends on all others, that one is the head.
    public Optional<Revision> head(Optional<String> branch) {
        var heads = onBranch(graph.heads(), branch);
        var candidates = heads.size() > 1 ? aboveAllOthers(heads).map(List::of).orElse(heads) : heads;
        if (candidates.size() > 1) {
            throw severalHeads(candidates, branch,
                    "Name one of them, say label@head for one branch or heads for all, or merge them:"
                            + " `athanor merge -m \"…\" heads`.");
        }
        return candidates.stream().findFirst();
    }

    /// The head that has all others before it, if there is one.
    private Optional<Revision> aboveAllOthers(List<Revision> heads) {
        return heads.stream().filter(graph::isRealHead).filter(head -> {
            var before = graph.ancestors(head, Follow.PARENTS_AND_DEPENDENCIES);
            return heads.stream().allMatch(before::contains);
        }).findFirst();
    }

    private static Refusal severalHeads(List<Revision> heads, Optional<String> branch, String hint) {
        var problems = new ArrayList<Problem>();
        problems.add(Problem.of(ProblemKind.MULTIPLE_HEADS,
                "There are %d heads%s: %s".formatted(heads.size(), branch.map(b -> " on branch '" + b + "'").orElse(""),
                        names(heads)),
                hint));
        heads.forEach(head -> problems.add(Problem.at(head.path(), head.file().line("down_revision"),
                ProblemKind.MULTIPLE_HEADS, "%s is a head: %s".formatted(head, head.title()), "")));
        return new Refusal(problems);
    }

    /// All that must be reached to have everything; with a branch, the newest revisions on it.
    public List<Revision> heads(Optional<String> branch) {
        return branch.isEmpty() ? graph.realHeads() : onBranch(graph.heads(), branch);
    }

    /// Those of the revisions that are before or after the branch's own revision.
    public List<Revision> onBranch(List<Revision> revisions, Optional<String> branch) {
        if (branch.isEmpty()) {
            return revisions;
        }
        var branchRevision = branch(branch.get());
        var lineage = graph.ancestors(branchRevision, Follow.PARENTS)
                .plus(graph.descendants(branchRevision, Follow.PARENTS));
        return revisions.stream().filter(lineage::contains).toList();
    }

    /// The revision behind a branch name: its label, or any id.
    public Revision branch(String name) {
        return exact(name).orElseGet(() -> partial(name, Optional.empty()));
    }

    private List<Revision> base(Optional<String> branch) {
        branch.ifPresent(this::branch);
        return List.of();
    }

    private Optional<Revision> exact(String name) {
        return graph.find(new RevisionId(name)).or(() -> graph.labelled(name));
    }

    private Revision partial(String name, Optional<Revision> branch) {
        var found = new LinkedHashSet<Revision>();
        keys().filter(key -> key.length() >= SHORTEST_PARTIAL && key.startsWith(name))
                .forEach(key -> exact(key).ifPresent(found::add));
        branch.filter(_ -> found.size() > 1)
                .ifPresent(b -> found.removeIf(r -> !graph.sharesLineage(r, b, Follow.PARENTS)));
        if (found.isEmpty()) {
            throw unknown(name);
        }
        if (found.size() > 1) {
            throw new Refusal(ProblemKind.AMBIGUOUS_REVISION,
                    "'%s' is the beginning of %d revisions: %s".formatted(name, found.size(),
                            names(List.copyOf(found))),
                    "Write more of the id.");
        }
        return found.getFirst();
    }

    private Refusal unknown(String name) {
        if (name.equals(Target.CURRENT)) {
            return new Refusal(ProblemKind.BAD_TARGET, "'current' is known to history, show and edit only",
                    "Say +1 or -1 to count from where the database stands; `athanor current` shows where that is.");
        }
        var near = keys().filter(key -> distance(key, name) <= Math.max(1, name.length() / 3))
                .sorted(Comparator.comparingInt((String key) -> distance(key, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3).collect(Collectors.joining(", "));
        var hint = near.isEmpty()
                ? "`athanor history` lists what this folder has. Is a file missing, or is this another project's name?"
                : "Did you mean %s? `athanor history` lists all.".formatted(near);
        return new Refusal(ProblemKind.UNKNOWN_REVISION, "No revision or branch is called '%s'".formatted(name), hint);
    }

    /// How far a key is from what was typed, which may be meant as its beginning.
    private static int distance(String key, String typed) {
        var beginning = key.substring(0, Math.min(key.length(), typed.length()));
        return Math.min(EditDistance.between(key, typed), EditDistance.between(beginning, typed));
    }

    private Stream<String> keys() {
        return Stream.concat(graph.revisions().stream().map(r -> r.id().value()), graph.declaredLabels().stream());
    }

    private static String names(List<Revision> revisions) {
        var shown = revisions.stream().limit(MOST_NAMED).map(Revision::toString).collect(Collectors.joining(", "));
        return revisions.size() > MOST_NAMED ? shown + ", …" : shown;
    }
}
