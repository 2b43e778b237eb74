package org.athanor.engine.graph;

import java.util.ArrayDeque;
import java.util.BitSet;

/// The graph's edges as plain arrays over load positions: what every walk runs on.
///
/// `parents` and `children` are down revisions; `dependencies` are the resolved `depends_on`; `before` is what must be
/// applied first, without the dependencies that an ancestor already asks for; `after` is everything that builds on a
/// revision either way.
final class Edges {
    private final int[][] parents;
    private final int[][] children;
    private final int[][] dependencies;
    private final int[][] before;
    private final int[][] after;

    Edges(int[][] parents, int[][] children, int[][] dependencies, int[][] before, int[][] after) {
        this.parents = parents;
        this.children = children;
        this.dependencies = dependencies;
        this.before = before;
        this.after = after;
    }

    int[][] parents() {
        return parents;
    }

    int[][] children() {
        return children;
    }

    int[][] dependencies() {
        return dependencies;
    }

    int[][] before() {
        return before;
    }

    int[][] after() {
        return after;
    }

    int[][] older(Follow follow) {
        return switch (follow) {
            case PARENTS -> parents;
            case PARENTS_AND_DEPENDENCIES -> before;
        };
    }

    int[][] newer(Follow follow) {
        return switch (follow) {
            case PARENTS -> children;
            case PARENTS_AND_DEPENDENCIES -> after;
        };
    }

    /// Everything reachable from the start, the start included.
    static BitSet reach(int[][] edges, BitSet start) {
        var seen = (BitSet) start.clone();
        var todo = new ArrayDeque<Integer>();
        start.stream().forEach(todo::push);
        while (!todo.isEmpty()) {
            for (int next : edges[todo.pop()]) {
                if (!seen.get(next)) {
                    seen.set(next);
                    todo.push(next);
                }
            }
        }
        return seen;
    }

    static BitSet reach(int[][] edges, int start) {
        var set = new BitSet(edges.length);
        set.set(start);
        return reach(edges, set);
    }
}
