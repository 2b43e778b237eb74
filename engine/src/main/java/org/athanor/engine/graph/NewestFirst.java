package org.athanor.engine.graph;

import java.util.BitSet;
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
        var walk = new Walking(set, from);
        walk.toTheEnd();
        if (!walk.todo.isEmpty()) {
            throw new IllegalArgumentException("Some revisions of the set can't be reached from the given ones");
        }
        return walk.output.build();
    }

    private final class Walking {
        private final BitSet todo;
        private final BitSet tips = new BitSet();
        private final OpenLines lines;
        private final int[] waitsFor;
        private final IntStream.Builder output = IntStream.builder();

        Walking(BitSet set, BitSet from) {
            todo = (BitSet) set.clone();
            tips.or(from);
            tips.and(set);
            var reached = Edges.reach(edges.before(), tips);
            waitsFor = waitsFor(reached);
            lines = new OpenLines(edges,
                    tips.cardinality() + reached.stream().map(revision -> edges.before()[revision].length).sum());
            tips.stream().forEach(lines::add);
        }

        /// How many revisions stand directly above each one and are not out yet.
        private int[] waitsFor(BitSet reached) {
            int[] above = new int[edges.before().length];
            reached.stream().forEach(revision -> {
                for (int before : edges.before()[revision]) {
                    above[before]++;
                }
            });
            return above;
        }

        void toTheEnd() {
            int turn = lines.first();
            while (turn >= 0) {
                int tip = lines.tip(turn);
                int above = waitsFor[tip] == 0 ? -1 : lines.firstAbove(tip, turn);
                if (above >= 0) {
                    turn = above;
                } else {
                    emit(tip);
                    turn = moveDown(turn, tip);
                }
            }
        }

        private void emit(int revision) {
            output.add(revision);
            todo.clear(revision);
            tips.clear(revision);
            for (int before : edges.before()[revision]) {
                waitsFor[before]--;
            }
        }

        private int moveDown(int turn, int tip) {
            int[] before = edges.before()[tip];
            boolean plain = before.length == 1 && edges.parents()[tip].length == 1;
            boolean moved = false;
            for (int revision : before) {
                if (!todo.get(revision) || tips.get(revision)) {
                    continue;
                }
                if (moved) {
                    lines.add(revision);
                } else if (plain) {
                    lines.walk(turn, revision);
                } else {
                    lines.restart(turn, revision);
                }
                tips.set(revision);
                moved = true;
            }
            return moved ? turn : lines.remove(turn);
        }
    }
}
