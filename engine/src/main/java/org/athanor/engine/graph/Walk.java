package org.athanor.engine.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;

/// Steps up and down the graph, one parent or child at a time.
public final class Walk {
    private final RevisionGraph graph;
    private final Identifiers identifiers;

    public Walk(RevisionGraph graph) {
        this.graph = graph;
        this.identifiers = new Identifiers(graph);
    }

    /// Where a walk ended.
    public sealed interface End {
        record At(Revision revision) implements End {}

        /// Just below the oldest revision: nothing applied.
        record Base() implements End {}

        /// The graph ended before the steps did.
        record TooFar() implements End {}
    }

    /// Up from a revision, or from base when none is given; at a branch point only a branch can say which way.
    public End up(Optional<Revision> start, int steps, Optional<String> branch) {
        return up(start, steps, branch, true);
    }

    /// The same, but a walk that would leave the graph ends at its last revision.
    public End upAsFar(Optional<Revision> start, int steps, Optional<String> branch) {
        return up(start, steps, branch, false);
    }

    private End up(Optional<Revision> start, int steps, Optional<String> branch, boolean exactly) {
        var at = start;
        for (int i = 0; i < steps; i++) {
            var above = identifiers.onBranch(at.map(graph::children).orElseGet(graph::bases), branch);
            if (above.isEmpty()) {
                return exactly ? new End.TooFar() : end(at);
            }
            at = Optional.of(only(above, "goes on to", "Say which way with label@+N, or name the revision."));
        }
        return end(at);
    }

    private static End end(Optional<Revision> at) {
        return at.<End>map(End.At::new).orElseGet(End.Base::new);
    }

    /// Down from a revision; a merge has several ways down and is refused.
    public End down(Revision start, int steps) {
        return down(start, steps, true);
    }

    /// The same, but a walk that would leave the graph ends at base.
    public End downAsFar(Revision start, int steps) {
        return down(start, steps, false);
    }

    private End down(Revision start, int steps, boolean exactly) {
        var at = start;
        for (int i = 0; i < steps; i++) {
            var below = graph.parents(at);
            if (below.isEmpty()) {
                return i == steps - 1 || !exactly ? new End.Base() : new End.TooFar();
            }
            at = only(below, "comes from", "Name the revision to go to.");
        }
        return new End.At(at);
    }

    private static Revision only(List<Revision> next, String verb, String hint) {
        if (next.size() > 1) {
            var names = next.stream().map(Revision::toString).collect(Collectors.joining(", "));
            throw new Refusal(ProblemKind.BAD_TARGET,
                    "The way is not clear: the graph %s %s".formatted(verb, names), hint);
        }
        return next.getFirst();
    }
}
