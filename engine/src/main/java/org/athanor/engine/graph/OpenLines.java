package org.athanor.engine.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/// The lines of descent that [NewestFirst] is walking down, in the order in which they were begun; each keeps its place
/// until it ends. A tree over the places knows the highest tip in each half, so that lines that are too low to lead to
/// a revision needn't be looked at one by one.
final class OpenLines {
    private static final int ENDED = -1;

    private final Edges edges;
    private final BitSet open = new BitSet();
    private final Line[] lines;
    private final int[] highest;
    private final int leaves;
    private int count;

    OpenLines(Edges edges, int most) {
        this.edges = edges;
        this.lines = new Line[most];
        this.leaves = Math.max(1, Integer.highestOneBit(most) * 2);
        this.highest = new int[leaves * 2];
        Arrays.fill(highest, ENDED);
    }

    void add(int tip) {
        open.set(count);
        restart(count, tip);
        count++;
    }

    /// The first line, or -1 where all have ended.
    int first() {
        return open.nextSetBit(0);
    }

    int tip(int line) {
        return lines[line].tip;
    }

    /// The same line, one revision further down.
    void walk(int line, int tip) {
        lines[line].tip = tip;
        raise(line, edges.height(tip));
    }

    /// Another line in the same place.
    void restart(int line, int tip) {
        lines[line] = new Line(tip);
        raise(line, edges.height(tip));
    }

    /// Ends a line, and says which one is next.
    int remove(int line) {
        open.clear(line);
        raise(line, ENDED);
        int before = open.previousSetBit(line);
        return before >= 0 ? before : first();
    }

    /// The first line, not this one, that leads down to the revision; or -1.
    int firstAbove(int revision, int notThis) {
        int height = Math.min(edges.height(revision), Edges.NO_HEIGHT - 1);
        int line = firstHigher(0, height);
        while (line >= 0 && (line == notThis || !lines[line].reaches(revision))) {
            line = firstHigher(line + 1, height);
        }
        return line;
    }

    private void raise(int line, int height) {
        int node = leaves + line;
        highest[node] = height;
        for (node /= 2; node > 0; node /= 2) {
            highest[node] = Math.max(highest[2 * node], highest[2 * node + 1]);
        }
    }

    /// The first line from this place on whose tip stands higher, or -1.
    private int firstHigher(int from, int height) {
        int node = leaves + from;
        while (highest[node] <= height) {
            while (node % 2 == 1) {
                node /= 2;
            }
            if (node == 0) {
                return -1;
            }
            node++;
        }
        while (node < leaves) {
            node = highest[2 * node] > height ? 2 * node : 2 * node + 1;
        }
        return node - leaves;
    }

    /// One line of descent on its way down: where it stands, and what lies below, as far down as anybody asked.
    private final class Line {
        private int tip;
        private final Set<Integer> seen = new HashSet<>();
        private final PriorityQueue<Integer> unopened = new PriorityQueue<>(
                Comparator.comparingInt((Integer revision) -> -edges.height(revision)));

        Line(int tip) {
            this.tip = tip;
            see(tip);
        }

        /// Whether this revision is the tip or below it: only what is higher than the revision can lead to it.
        boolean reaches(int revision) {
            int height = Math.min(edges.height(revision), Edges.NO_HEIGHT - 1);
            while (!unopened.isEmpty() && edges.height(unopened.element()) > height) {
                for (int before : edges.before()[unopened.remove()]) {
                    see(before);
                }
            }
            return seen.contains(revision);
        }

        private void see(int revision) {
            if (seen.add(revision)) {
                unopened.add(revision);
            }
        }
    }
}
