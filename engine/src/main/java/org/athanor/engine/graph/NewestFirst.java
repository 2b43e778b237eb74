package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Alembic's order: newest first, following one line down as far as it goes before the next line is taken up, and
/// never emitting a revision while another line still has something that builds on it. Ties go by load order.
final class NewestFirst {
    private final Edges edges;

    NewestFirst(Edges edges) {
        this.edges = edges;
    }

    /// The members of `set`, walked from those of `from` that are in it.
    IntStream order(BitSet set, BitSet from) {
        var todo = (BitSet) set.clone();
        var output = IntStream.builder();
        var lines = new ArrayList<Line>();
        from.stream().filter(todo::get).forEach(tip -> lines.add(new Line(tip)));
        int turn = 0;
        while (!lines.isEmpty()) {
            int tip = lines.get(turn).tip;
            int waitsFor = lineAbove(tip, turn, lines);
            if (waitsFor >= 0) {
                turn = waitsFor;
                continue;
            }
            if (todo.get(tip)) {
                output.add(tip);
                todo.clear(tip);
            }
            turn = moveDown(lines, turn, todo);
        }
        if (!todo.isEmpty()) {
            throw new IllegalArgumentException("Some revisions of the set can't be reached from the given ones");
        }
        return output.build();
    }

    /// The first other line that still has something building on this revision, or -1.
    private static int lineAbove(int revision, int turn, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (i != turn && lines.get(i).reaches(revision)) {
                return i;
            }
        }
        return -1;
    }

    private int moveDown(List<Line> lines, int turn, BitSet todo) {
        var line = lines.get(turn);
        int[] before = edges.before()[line.tip];
        int[] next = new int[before.length];
        int count = 0;
        for (int revision : before) {
            if (todo.get(revision) && isNoTip(revision, lines)) {
                next[count++] = revision;
            }
        }
        if (count == 0) {
            lines.remove(turn);
            return Math.max(turn - 1, 0);
        }
        boolean plain = before.length == 1 && edges.parents()[line.tip].length == 1;
        if (plain) {
            line.tip = next[0];
        } else {
            lines.set(turn, new Line(next[0]));
            for (int i = 1; i < count; i++) {
                lines.add(new Line(next[i]));
            }
        }
        return turn;
    }

    private static boolean isNoTip(int revision, List<Line> lines) {
        for (var line : lines) {
            if (line.tip == revision) {
                return false;
            }
        }
        return true;
    }

    /// One line of descent on its way down: where it stands, and what lies below, as far down as anybody asked.
    private final class Line {
        private int tip;
        private final BitSet seen = new BitSet(edges.before().length);
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
            return seen.get(revision);
        }

        private void see(int revision) {
            if (!seen.get(revision)) {
                seen.set(revision);
                unopened.add(revision);
            }
        }
    }
}
