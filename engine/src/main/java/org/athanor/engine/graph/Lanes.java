package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// The graph in drawing order, without pixels: one row per revision, each above what it builds on and in a lane, and the
/// edges between them. An edge runs down one lane, so lines stay straight; lines to the same place share a lane, and free
/// lanes are taken up again from the left, so the drawing is never wider than what runs side by side.
public final class Lanes {
    private final List<Row> rows;
    private final Map<RevisionId, Row> byId;
    private final Spans spans;
    private final int width;

    /// One revision: its place from the top, and its lane from the left.
    public record Row(int number, Revision revision, int lane) {}

    /// A line from the newer revision's dot, over to `lane`, straight down, and into the older revision's dot.
    public record Edge(Link link, int newerRow, int newerLane, int lane, int olderRow, int olderLane) {
        public boolean startsAt(Row row) {
            return newerRow == row.number();
        }

        public boolean endsAt(Row row) {
            return olderRow == row.number();
        }
    }

    private Lanes(List<Row> rows, List<Edge> edges, int width) {
        this.rows = List.copyOf(rows);
        this.byId = HashMap.newHashMap(rows.size());
        this.rows.forEach(row -> byId.put(row.revision().id(), row));
        this.spans = new Spans(edges);
        this.width = width;
    }

    public static Lanes of(RevisionGraph graph) {
        return of(graph, graph.drawingOrder());
    }

    /// Some of the revisions, in this order; each must come before what it builds on. Edges to others are left out.
    public static Lanes of(RevisionGraph graph, List<Revision> order) {
        return new Drawing(graph, order).draw();
    }

    public List<Row> rows() {
        return rows;
    }

    /// How many lanes there are.
    public int width() {
        return width;
    }

    /// All edges, in the order of their upper ends.
    public List<Edge> edges() {
        return spans.all();
    }

    /// The edges that start, pass or end at the row.
    public List<Edge> edges(Row row) {
        return edges(row.number(), row.number());
    }

    /// The edges that touch any row from the first to the last; costs little more than there are.
    public List<Edge> edges(int first, int last) {
        return spans.touching(first, last);
    }

    public Optional<Row> find(RevisionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// A line that has started and looks for its older end; `place` is its place among all edges.
    private record Loose(int place, Link link, int newerRow, int newerLane, int lane) {
        Edge tie(int olderRow, int olderLane) {
            return new Edge(link, newerRow, newerLane, lane, olderRow, olderLane);
        }
    }

    /// The lines that run to one revision, and the leftmost lane of each kind of them.
    private static final class Awaited {
        private final List<Loose> lines = new ArrayList<>();
        private final Map<Link.Kind, Integer> leftmost = new EnumMap<>(Link.Kind.class);

        void add(Loose line) {
            lines.add(line);
            leftmost.merge(line.link().kind(), line.lane(), Math::min);
        }

        Optional<Integer> lane(Link.Kind kind) {
            return Optional.ofNullable(leftmost.get(kind));
        }
    }

    /// The rows as they are laid out, from the top down.
    private static final class Drawing {
        private final RevisionGraph graph;
        private final List<Revision> order;
        private final Set<RevisionId> toCome = new HashSet<>();
        private final Map<RevisionId, Awaited> awaited = new HashMap<>();
        private final BitSet taken = new BitSet();
        private final List<Row> rows = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private int width;

        Drawing(RevisionGraph graph, List<Revision> order) {
            this.graph = graph;
            this.order = order;
            order.forEach(revision -> toCome.add(revision.id()));
        }

        Lanes draw() {
            order.forEach(this::place);
            return new Lanes(rows, edges, width);
        }

        private void place(Revision revision) {
            var arriving = Optional.ofNullable(awaited.remove(revision.id())).orElseGet(Awaited::new);
            arriving.lines.forEach(line -> taken.clear(line.lane()));
            int lane = take(arriving.lane(Link.Kind.PARENT).orElseGet(() -> taken.nextClearBit(0)));
            var row = new Row(rows.size(), revision, lane);
            rows.add(row);
            arriving.lines.forEach(line -> edges.set(line.place(), line.tie(row.number(), lane)));
            taken.clear(lane);
            toCome.remove(revision.id());
            graph.parents(revision).forEach(parent -> leave(row, parent, Link.Kind.PARENT));
            graph.dependencies(revision).forEach(needed -> leave(row, needed, Link.Kind.DEPENDENCY));
        }

        /// Starts a line.
        private void leave(Row row, Revision older, Link.Kind kind) {
            if (!toCome.contains(older.id())) {
                return;
            }
            var link = new Link(older.id(), row.revision().id(), kind);
            var running = awaited.computeIfAbsent(older.id(), _ -> new Awaited());
            var line = new Loose(edges.size(), link, row.number(), row.lane(), take(lane(row, running.lane(kind))));
            running.add(line);
            edges.add(line.tie(row.number(), row.lane()));
        }

        /// The first line goes on in its revision's own lane, unless one further left runs to the same place already; any
        /// later one joins such a line wherever it is.
        private int lane(Row row, Optional<Integer> running) {
            boolean ownIsFree = !taken.get(row.lane());
            if (ownIsFree && running.filter(lane -> lane < row.lane()).isEmpty()) {
                return row.lane();
            }
            return running.orElseGet(() -> taken.nextClearBit(0));
        }

        private int take(int lane) {
            taken.set(lane);
            width = Math.max(width, lane + 1);
            return lane;
        }
    }
}
