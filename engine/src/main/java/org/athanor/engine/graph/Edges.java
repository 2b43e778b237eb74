package org.athanor.engine.graph;

import java.util.Arrays;
import java.util.BitSet;

/// The graph's edges as plain arrays over load positions: what every walk runs on.
///
/// `parents` and `children` are down revisions; `dependencies` are the resolved `depends_on`; `before` is what must be
/// applied first, without the dependencies that an ancestor already asks for; `after` is everything that builds on a
/// revision either way.
final class Edges {
    /// The height of what waits for itself, or builds on something that does.
    static final int NO_HEIGHT = Integer.MAX_VALUE;

    private final int[][] parents;
    private final int[][] children;
    private final int[][] dependencies;
    private final int[][] before;
    private final int[][] after;
    private final int[] heights;

    Edges(int[][] parents, int[][] children, int[][] dependencies, int[][] before, int[][] after) {
        this.parents = parents;
        this.children = children;
        this.dependencies = dependencies;
        this.before = before;
        this.after = after;
        this.heights = heights(after);
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

    /// Whether everything can be put in an order: nothing waits for itself, by whichever edges.
    boolean canBeOrdered() {
        return Arrays.stream(heights).allMatch(height -> height < NO_HEIGHT);
    }

    /// How many revisions, one on the other, a revision builds on at most.
    int height(int revision) {
        return heights[revision];
    }

    private static int[] heights(int[][] after) {
        int size = after.length;
        int[] waiting = new int[size];
        for (int[] next : after) {
            for (int newer : next) {
                waiting[newer]++;
            }
        }
        int[] heights = new int[size];
        int[] ready = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (waiting[i] == 0) {
                ready[count++] = i;
            }
        }
        for (int done = 0; done < count; done++) {
            for (int newer : after[ready[done]]) {
                heights[newer] = Math.max(heights[newer], heights[ready[done]] + 1);
                if (--waiting[newer] == 0) {
                    ready[count++] = newer;
                }
            }
        }
        for (int i = 0; i < size; i++) {
            heights[i] = waiting[i] == 0 ? heights[i] : NO_HEIGHT;
        }
        return heights;
    }

    /// Everything reachable from the start, the start included.
    static BitSet reach(int[][] edges, BitSet start) {
        var seen = (BitSet) start.clone();
        int[] todo = new int[edges.length];
        int count = 0;
        for (int i = start.nextSetBit(0); i >= 0; i = start.nextSetBit(i + 1)) {
            todo[count++] = i;
        }
        while (count > 0) {
            for (int next : edges[todo[--count]]) {
                if (!seen.get(next)) {
                    seen.set(next);
                    todo[count++] = next;
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
