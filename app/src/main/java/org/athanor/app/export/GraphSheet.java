package org.athanor.app.export;

import java.util.HashSet;
import java.util.Set;

import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.Link;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// A graph on paper: rows, lanes and words at whole pixels. Words are set in a font in which each letter is as wide as
/// any other, so that their room is known without measuring.
final class GraphSheet {
    static final int LETTER = 7;
    static final int FONT_SIZE = 12;
    private static final int ROW = 24;
    private static final int LANE = 14;
    private static final int MARGIN = 16;
    private static final int GAP = 14;
    private static final int LONGEST_TITLE = 100;
    private static final long MOST_PIXELS = 64_000_000;

    private final RevisionGraph graph;
    private final Lanes lanes;

    GraphSheet(RevisionGraph graph, Lanes lanes) {
        this.graph = graph;
        this.lanes = lanes;
    }

    String svg() {
        var pen = new SvgPen(width(), height());
        draw(pen);
        return pen.text();
    }

    byte[] png() {
        long pixels = (long) width() * height();
        if (pixels > MOST_PIXELS) {
            throw new Refusal(ProblemKind.NOT_SUPPORTED,
                    "A picture of %,d revisions would have %,d million pixels, which is too many for PNG"
                            .formatted(lanes.rows().size(), pixels / 1_000_000),
                    "Name a range of revisions, or use SVG.");
        }
        var pen = new PngPen(width(), height());
        draw(pen);
        return pen.bytes();
    }

    private void draw(Pen pen) {
        Set<Long> drawn = new HashSet<>();
        lanes.edges().forEach(edge -> draw(pen, edge, drawn));
        lanes.rows().forEach(row -> draw(pen, row));
    }

    private void draw(Pen pen, Lanes.Edge edge, Set<Long> drawn) {
        var ink = Ink.lane(edge.lane());
        boolean dotted = edge.link().kind() == Link.Kind.DEPENDENCY;
        int lane = x(edge.lane());
        int upper = y(edge.newerRow()) + ROW / 2;
        int lower = y(edge.olderRow()) - ROW / 2;
        pen.line(x(edge.newerLane()), y(edge.newerRow()), lane, upper, ink, dotted);
        if (drawn.add((long) edge.lane() << 32 | edge.olderRow())) {
            if (lower > upper) {
                pen.line(lane, upper, lane, lower, ink, dotted);
            }
            pen.line(lane, lower, x(edge.olderLane()), y(edge.olderRow()), ink, dotted);
        }
    }

    private void draw(Pen pen, Lanes.Row row) {
        var revision = row.revision();
        int y = y(row.number());
        boolean head = graph.isHead(revision);
        if (head) {
            pen.ring(x(row.lane()), y, Ink.lane(row.lane()));
        }
        pen.dot(x(row.lane()), y, Ink.lane(row.lane()), revision.isMerge());
        int x = textStart();
        x = word(pen, x, y, revision.id().value(), Ink.MUTED);
        x = word(pen, x, y, title(row), Ink.TEXT);
        x = word(pen, x, y, labels(row), Ink.LABEL);
        word(pen, x, y, ends(row), Ink.MUTED);
    }

    private static int word(Pen pen, int x, int y, String text, Ink ink) {
        if (text.isEmpty()) {
            return x;
        }
        pen.text(x, y, text, ink);
        return x + room(text);
    }

    private static int room(String text) {
        return text.isEmpty() ? 0 : text.codePointCount(0, text.length()) * LETTER + GAP;
    }

    private static String title(Lanes.Row row) {
        var title = row.revision().title().strip();
        int letters = title.codePointCount(0, title.length());
        return letters <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private static String labels(Lanes.Row row) {
        var labels = row.revision().branchLabels();
        return labels.isEmpty() ? "" : "[" + String.join("] [", labels) + "]";
    }

    private String ends(Lanes.Row row) {
        var head = graph.isHead(row.revision()) ? "head" : "";
        var base = row.revision().isBase() ? "base" : "";
        return head.isEmpty() || base.isEmpty() ? head + base : head + ", " + base;
    }

    private int width() {
        int words = lanes.rows().stream().mapToInt(row -> room(row.revision().id().value()) + room(title(row))
                + room(labels(row)) + room(ends(row))).max().orElse(0);
        return textStart() + words + MARGIN;
    }

    private int height() {
        return lanes.rows().size() * ROW + MARGIN * 2;
    }

    private int textStart() {
        return x(Math.max(1, lanes.width()) - 1) + GAP + 6;
    }

    private static int x(int lane) {
        return MARGIN + 6 + lane * LANE;
    }

    private static int y(int row) {
        return MARGIN + ROW / 2 + row * ROW;
    }
}
