package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// The graph in drawing order, without pixels: one row per revision, newest first, each in a lane, with the edges that
/// start, pass or end there. An edge runs down one lane, so lines stay straight; free lanes are taken up again from
/// the left, so the drawing stays as narrow as it can. Costs as much as there are rows and edges to draw.
public record Lanes(List<Row> rows, int width) {
    /// One revision: its place from the top, its lane from the left, and every edge that touches the row.
    public record Row(int number, Revision revision, int lane, List<Edge> edges) {
        public Row {
            edges = List.copyOf(edges);
        }
    }

    /// A line from the newer revision's dot, over to `lane`, straight down, and into the older revision's dot.
    public record Edge(Link link, int newerRow, int newerLane, int lane, int olderRow, int olderLane) {
        public boolean startsAt(Row row) {
            return newerRow == row.number();
        }

        public boolean endsAt(Row row) {
            return olderRow == row.number();
        }
    }

    public Lanes {
        rows = List.copyOf(rows);
    }

    public static Lanes of(RevisionGraph graph) {
        return new Drawing(graph).draw();
    }

    public Optional<Row> find(RevisionId id) {
        return rows.stream().filter(row -> row.revision().id().equals(id)).findFirst();
    }

    /// A line that has started and looks for its older end.
    private record Loose(Link link, int newerRow, int newerLane, int lane) {}

    /// The rows as they are laid out, from the top down.
    private static final class Drawing {
        private final RevisionGraph graph;
        private final List<Revision> order;
        private final Set<RevisionId> placed = new HashSet<>();
        private final Map<RevisionId, List<Loose>> awaited = new HashMap<>();
        private final BitSet taken = new BitSet();
        private final int[] lanes;
        private final List<List<Edge>> touching = new ArrayList<>();
        private int width;

        Drawing(RevisionGraph graph) {
            this.graph = graph;
            this.order = graph.newestFirst();
            this.lanes = new int[order.size()];
            order.forEach(_ -> touching.add(new ArrayList<>()));
        }

        Lanes draw() {
            for (int number = 0; number < order.size(); number++) {
                place(number);
            }
            var rows = new ArrayList<Row>();
            for (int number = 0; number < order.size(); number++) {
                rows.add(new Row(number, order.get(number), lanes[number], touching.get(number)));
            }
            return new Lanes(rows, width);
        }

        private void place(int number) {
            var revision = order.get(number);
            var arriving = Optional.ofNullable(awaited.remove(revision.id())).orElse(List.of());
            arriving.forEach(loose -> taken.clear(loose.lane()));
            int lane = arriving.stream().filter(loose -> loose.link().kind() == Link.Kind.PARENT)
                    .mapToInt(Loose::lane).min().orElseGet(() -> taken.nextClearBit(0));
            lanes[number] = take(lane);
            arriving.forEach(loose -> tie(loose, number, lane));
            taken.clear(lane);
            placed.add(revision.id());
            graph.parents(revision).forEach(parent -> leave(number, parent, Link.Kind.PARENT));
            graph.dependencies(revision).forEach(needed -> leave(number, needed, Link.Kind.DEPENDENCY));
        }

        /// Starts a line. The first one goes on in its revision's own lane if that is free; any later one joins a line
        /// that already runs to the same place.
        private void leave(int number, Revision older, Link.Kind kind) {
            if (placed.contains(older.id())) {
                return;
            }
            var link = new Link(older.id(), order.get(number).id(), kind);
            var running = awaited.computeIfAbsent(older.id(), _ -> new ArrayList<>());
            int own = lanes[number];
            int lane = taken.get(own) ? lane(running, kind) : own;
            running.add(new Loose(link, number, own, take(lane)));
        }

        private int lane(List<Loose> running, Link.Kind kind) {
            return running.stream().filter(loose -> loose.link().kind() == kind).mapToInt(Loose::lane).min()
                    .orElseGet(() -> taken.nextClearBit(0));
        }

        private void tie(Loose loose, int olderRow, int olderLane) {
            var edge = new Edge(loose.link(), loose.newerRow(), loose.newerLane(), loose.lane(), olderRow, olderLane);
            touching.subList(loose.newerRow(), olderRow + 1).forEach(edges -> edges.add(edge));
        }

        private int take(int lane) {
            taken.set(lane);
            width = Math.max(width, lane + 1);
            return lane;
        }
    }
}
