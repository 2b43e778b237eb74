package org.athanor.engine.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The order in which a graph is drawn narrowest: each revision after all that build on it, and of the lines above a
/// branch point the one first that needs the most room, so that its lanes are free again when the next one begins. (How
/// Sethi and Ullman order expressions for few registers.) Ties go by load order. Costs as much as there are edges.
final class DrawingOrder {
    private final int[][] after;
    private final int[][] before;
    private final int[] room;
    private final int[] path;
    private final int[] next;
    private final BitSet begun = new BitSet();
    private final IntStream.Builder output = IntStream.builder();

    DrawingOrder(Edges edges) {
        this.before = edges.before();
        this.after = new int[edges.after().length][];
        this.room = new int[after.length];
        this.path = new int[after.length];
        this.next = new int[after.length];
        measure(edges.after());
    }

    /// Every revision once. What runs in a ring has no right place, and comes last.
    IntStream order() {
        for (int revision = 0; revision < before.length; revision++) {
            if (before[revision].length == 0) {
                climb(revision);
            }
        }
        for (int revision = 0; revision < before.length; revision++) {
            climb(revision);
        }
        return output.build();
    }

    /// How many lanes what stands above a revision takes, from the heads down; and the lines above it by that.
    private void measure(int[][] unordered) {
        int[] waiting = new int[before.length];
        int[] ready = new int[before.length];
        int count = 0;
        for (int revision = 0; revision < waiting.length; revision++) {
            after[revision] = unordered[revision];
            waiting[revision] = unordered[revision].length;
            if (waiting[revision] == 0) {
                ready[count++] = revision;
            }
        }
        for (int done = 0; done < count; done++) {
            int revision = ready[done];
            measure(revision);
            for (int older : before[revision]) {
                if (--waiting[older] == 0) {
                    ready[count++] = older;
                }
            }
        }
    }

    private void measure(int revision) {
        if (after[revision].length > 1) {
            after[revision] = Arrays.stream(after[revision]).boxed()
                    .sorted(Comparator.<Integer>comparingInt(newer -> -room[newer]).thenComparingInt(newer -> newer))
                    .mapToInt(Integer::intValue).toArray();
        }
        int most = 1;
        for (int i = 0; i < after[revision].length; i++) {
            most = Math.max(most, room[after[revision][i]] + (i == 0 ? 0 : 1));
        }
        room[revision] = most;
    }

    /// Puts out all that is above a revision, and then itself.
    private void climb(int start) {
        if (begun.get(start)) {
            return;
        }
        int depth = 0;
        path[0] = start;
        next[0] = 0;
        begun.set(start);
        while (depth >= 0) {
            int revision = path[depth];
            if (next[depth] == after[revision].length) {
                output.add(revision);
                depth--;
                continue;
            }
            int newer = after[revision][next[depth]++];
            if (!begun.get(newer)) {
                begun.set(newer);
                depth++;
                path[depth] = newer;
                next[depth] = 0;
            }
        }
    }
}
