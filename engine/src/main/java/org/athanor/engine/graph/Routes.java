package org.athanor.engine.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;

/// Which revisions lie between where a database stands and where it shall go, in the order in which they run.
public final class Routes {
    private final RevisionGraph graph;
    private final Identifiers identifiers;
    private final Walk walk;

    public Routes(RevisionGraph graph) {
        this.graph = graph;
        this.identifiers = new Identifiers(graph);
        this.walk = new Walk(graph);
    }

    /// What to apply, oldest first.
    public List<Revision> upgrade(List<Revision> current, Target target) {
        refuseOverlap(current);
        var wanted = upgradeTarget(current, target);
        var applied = graph.ancestors(current, Follow.PARENTS_AND_DEPENDENCIES);
        var needed = graph.ancestors(wanted, Follow.PARENTS_AND_DEPENDENCIES).minus(applied);
        return graph.newestFirst(needed, wanted).reversed();
    }

    /// What to take back, newest first.
    public List<Revision> downgrade(List<Revision> current, Target target) {
        refuseOverlap(current);
        var goal = downgradeGoal(current, target);
        var roots = rootsAbove(goal);
        var active = graph.ancestors(current, Follow.PARENTS_AND_DEPENDENCIES);
        var dropped = graph.descendants(roots, Follow.PARENTS_AND_DEPENDENCIES).and(active);
        goal.revision().filter(r -> dropped.isEmpty() && !current.contains(r)).ifPresent(r -> {
            throw new Refusal(ProblemKind.BAD_TARGET, "%s is not below where the database stands (%s)".formatted(r,
                    current.isEmpty() ? "nothing applied" : names(current)),
                    "To go up, use upgrade. `athanor history -i` shows where the database is.");
        });
        var route = graph.newestFirst(dropped, current);
        target.branch().ifPresent(branch -> refuseSiblings(branch, target, roots, route));
        return route;
    }

    /// A branch was named, and lines beside it that stand on the same revisions would go down unasked. What depends on
    /// the branch goes down with it, wherever it stands.
    private void refuseSiblings(String branch, Target target, List<Revision> roots, List<Revision> route) {
        var above = graph.descendants(roots, Follow.PARENTS);
        var onBranch = identifiers.onBranch(route, Optional.of(branch));
        var siblings = route.stream().filter(r -> above.contains(r) && !onBranch.contains(r)).toList();
        if (siblings.isEmpty()) {
            return;
        }
        var oldest = siblings.getLast();
        var shared = graph.parents(oldest).stream().filter(onBranch::contains).findFirst().orElse(oldest);
        throw new Refusal(ProblemKind.NOT_ON_BRANCH,
                "'%s' would also take back %s, which %s not on branch '%s'".formatted(target, names(siblings),
                        siblings.size() == 1 ? "is" : "are", branch),
                "Both stand on %s. To keep %s, say %s@%s. To take it back too, say %s@%s first.".formatted(shared,
                        oldest, branch, shared, oldest, shared));
    }

    /// The revisions that an upgrade shall reach.
    private List<Revision> upgradeTarget(List<Revision> current, Target target) {
        return switch (target) {
            case Target.Named named -> identifiers.named(named);
            case Target.Relative relative when relative.from().isPresent() -> List.of(reached(target,
                    relative.steps() >= 0 ? upFrom(relative) : walk.down(start(relative), -relative.steps())));
            case Target.Relative relative when relative.steps() <= 0 -> throw new Refusal(ProblemKind.BAD_TARGET,
                    "'%s' does not lead upwards".formatted(target), "Use +N to upgrade, or downgrade with -N.");
            case Target.Relative relative -> List.of(reached(target, walk.up(
                    onlyStart(currentOn(current, relative.branch())), relative.steps(), relative.branch())));
        };
    }

    private Walk.End upFrom(Target.Relative relative) {
        var from = relative.from().orElseThrow();
        var start = identifiers.named(new Target.Named(Optional.empty(), from));
        return walk.up(onlyStart(start), relative.steps(), relative.branch());
    }

    private Revision start(Target.Relative relative) {
        var named = new Target.Named(relative.branch(), relative.from().orElseThrow());
        return onlyStart(identifiers.named(named)).orElseThrow(() -> new Refusal(ProblemKind.BAD_TARGET,
                "'%s' leads below base".formatted(relative), "Nothing is older than base."));
    }

    private static Optional<Revision> onlyStart(List<Revision> starts) {
        if (starts.size() > 1) {
            throw new Refusal(ProblemKind.BAD_TARGET,
                    "It is not clear where to count from: the start may be any of " + names(starts),
                    "Say label@+N or label@-N for one branch, or name the revision.");
        }
        return starts.stream().findFirst();
    }

    private static Revision reached(Target target, Walk.End end) {
        return switch (end) {
            case Walk.End.At at -> at.revision();
            case Walk.End.Base _,Walk.End.TooFar _ -> throw tooFar(target);
        };
    }

    private static Refusal tooFar(Target target) {
        return new Refusal(ProblemKind.BAD_TARGET, "'%s' goes further than there are revisions".formatted(target),
                "Use fewer steps; `athanor history` shows how many there are.");
    }

    /// Where a branch's count starts: the applied revisions on it, else the newest applied ones below it.
    private List<Revision> currentOn(List<Revision> current, Optional<String> branch) {
        var onBranch = identifiers.onBranch(current, branch);
        if (branch.isEmpty() || !onBranch.isEmpty()) {
            return onBranch;
        }
        var active = identifiers.onBranch(graph.ancestors(current, Follow.PARENTS_AND_DEPENDENCIES).toList(), branch);
        var below = active.stream().flatMap(r -> graph.directlyBefore(r).stream()).collect(Collectors.toSet());
        return active.stream().filter(r -> !below.contains(r)).toList();
    }

    /// Where a downgrade shall end: a revision that stays, or none for base; and the branch it is about.
    private record Goal(Optional<String> branch, Optional<Revision> revision) {}

    private Goal downgradeGoal(List<Revision> current, Target target) {
        return switch (target) {
            case Target.Named named -> new Goal(named.branch(), identifiers.single(named));
            case Target.Relative relative when relative.from().isPresent() -> new Goal(relative.branch(),
                    stays(target, relative.steps() >= 0
                            ? upFrom(relative)
                            : walk.down(start(relative), -relative.steps())));
            case Target.Relative relative when relative.steps() >= 0 -> throw new Refusal(ProblemKind.BAD_TARGET,
                    "'%s' does not lead downwards".formatted(target), "Use -N to downgrade, or upgrade with +N.");
            case Target.Relative relative -> below(current, relative);
        };
    }

    private Goal below(List<Revision> current, Target.Relative relative) {
        var start = onlyStart(currentOn(current, relative.branch())).orElseThrow(() -> new Refusal(
                ProblemKind.BAD_TARGET, "'%s' can't be counted: nothing is applied there".formatted(relative),
                "`athanor current` shows where the database is."));
        var branch = relative.branch().or(() -> Optional.of(start.id().value()));
        return new Goal(branch, stays(relative, walk.down(start, -relative.steps())));
    }

    private static Optional<Revision> stays(Target target, Walk.End end) {
        return switch (end) {
            case Walk.End.At at -> Optional.of(at.revision());
            case Walk.End.Base _ -> Optional.empty();
            case Walk.End.TooFar _ -> throw tooFar(target);
        };
    }

    /// The oldest revisions to take back: what stands directly on the goal, on the goal's branch if it has one.
    private List<Revision> rootsAbove(Goal goal) {
        var roots = goal.revision().map(graph::children).orElseGet(graph::bases);
        if (goal.branch().isEmpty() || roots.size() < 2) {
            return roots;
        }
        var line = graph.ancestors(identifiers.branch(goal.branch().get()), Follow.PARENTS);
        var onBranch = roots.stream().filter(line::contains).toList();
        if (onBranch.isEmpty()) {
            throw new Refusal(ProblemKind.NOT_ON_BRANCH,
                    "Nothing above %s is on branch '%s'".formatted(
                            goal.revision().map(Revision::toString).orElse(Target.BASE), goal.branch().get()),
                    "Leave the branch out, or name a revision on it.");
        }
        return onBranch;
    }

    private void refuseOverlap(List<Revision> current) {
        CurrentRows.overlap(graph, current).ifPresent(problem -> {
            throw new Refusal(problem);
        });
    }

    private static String names(List<Revision> revisions) {
        return revisions.stream().map(Revision::toString).collect(Collectors.joining(", "));
    }
}
