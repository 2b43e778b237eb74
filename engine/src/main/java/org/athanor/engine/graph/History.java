package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;

/// Stretches of the graph to look at: `from:to`, either end open, counted or named `current`.
public final class History {
    private static final Pattern CURRENT_END = Pattern.compile(Target.CURRENT + "([+-]\\d+)?");

    private final RevisionGraph graph;
    private final Identifiers identifiers;
    private final Walk walk;
    private final List<Revision> current;

    /// `current` are the revisions that the word stands for.
    public History(RevisionGraph graph, List<Revision> current) {
        this.graph = graph;
        this.identifiers = new Identifiers(graph);
        this.walk = new Walk(graph);
        this.current = List.copyOf(current);
    }

    /// Whether a range can only be told with a database at hand.
    public static boolean asksForCurrent(String range) {
        return Arrays.stream(range.strip().split(":", -1)).anyMatch(end -> CURRENT_END.matcher(end).matches());
    }

    /// The revisions of a range, newest first, both ends included.
    public List<Revision> range(String range) {
        var ends = range.strip().split(":", -1);
        if (ends.length != 2) {
            throw new Refusal(ProblemKind.BAD_TARGET, "'%s' is not a range".formatted(range),
                    "Write from:to, from: or :to.");
        }
        var lower = ends[0].isEmpty() ? List.<Revision>of() : lower(ends[0]);
        var upper = onBranchOfBase(ends[0], ends[1].isEmpty() ? graph.realHeads() : upper(ends[1], lower));
        return between(lower, upper, range);
    }

    private List<Revision> between(List<Revision> lower, List<Revision> upper, String range) {
        var wanted = graph.ancestors(upper, Follow.PARENTS_AND_DEPENDENCIES);
        lower.stream().filter(r -> !wanted.contains(r)).findFirst().ifPresent(r -> {
            throw new Refusal(ProblemKind.BAD_TARGET, "'%s' is no range: %s is not below %s".formatted(range, r,
                    upper.isEmpty()
                            ? Target.BASE
                            : upper.stream().map(Revision::toString).collect(Collectors.joining(", "))),
                    "Name the older revision first, and one on the same line.");
        });
        if (lower.isEmpty()) {
            return graph.newestFirst(wanted);
        }
        var above = graph.descendants(lower, Follow.PARENTS);
        var below = graph.ancestors(lower, Follow.PARENTS_AND_DEPENDENCIES).minus(graph.set(lower));
        return graph.newestFirst(wanted.and(above).minus(below));
    }

    private List<Revision> lower(String text) {
        if (text.equals(Target.CURRENT)) {
            return current;
        }
        return switch (Target.parse(text)) {
            case Target.Named named -> identifiers.named(named);
            case Target.Relative relative when relative.from().isPresent() -> counted(relative).stream().toList();
            case Target.Relative relative when relative.steps() < 0 -> downFromHeads(relative);
            case Target.Relative relative -> upFrom(Optional.empty(), relative).stream().toList();
        };
    }

    private List<Revision> upper(String text, List<Revision> lower) {
        if (text.equals(Target.CURRENT)) {
            return current;
        }
        return switch (Target.parse(text)) {
            case Target.Named named -> identifiers.named(named);
            case Target.Relative relative when relative.from().isPresent() -> counted(relative).stream().toList();
            case Target.Relative relative when relative.steps() < 0 -> downFromHeads(relative);
            case Target.Relative relative -> upFrom(only(lower), relative).stream().toList();
        };
    }

    /// `-N` counts down from every head; what would lead below base ends there.
    private List<Revision> downFromHeads(Target.Relative relative) {
        var found = new ArrayList<Revision>();
        identifiers.onBranch(graph.realHeads(), relative.branch())
                .forEach(head -> at(walk.downAsFar(head, -relative.steps())).ifPresent(found::add));
        return found;
    }

    private Optional<Revision> counted(Target.Relative relative) {
        var name = relative.from().orElseThrow();
        var from = only(name.equals(Target.CURRENT)
                ? current
                : identifiers.named(new Target.Named(Optional.empty(), name)));
        return relative.steps() >= 0
                ? upFrom(from, relative)
                : from.flatMap(start -> at(walk.downAsFar(start, -relative.steps())));
    }

    private Optional<Revision> upFrom(Optional<Revision> start, Target.Relative relative) {
        return at(walk.upAsFar(start, relative.steps(), relative.branch()));
    }

    private static Optional<Revision> only(List<Revision> starts) {
        if (starts.size() > 1) {
            throw new Refusal(ProblemKind.BAD_TARGET, "It is not clear where to count from",
                    "Name one revision at the other end of the range.");
        }
        return starts.stream().findFirst();
    }

    private static Optional<Revision> at(Walk.End end) {
        return end instanceof Walk.End.At(var revision) ? Optional.of(revision) : Optional.empty();
    }

    /// `label@base:` means that branch's own line.
    private List<Revision> onBranchOfBase(String lower, List<Revision> upper) {
        int at = lower.indexOf('@');
        if (at < 0) {
            return upper;
        }
        var branch = identifiers.branch(lower.substring(0, at));
        return upper.stream().filter(r -> graph.sharesLineage(r, branch, Follow.PARENTS)).toList();
    }
}
