package org.athanor.app.ui.graph;

import java.util.HashSet;
import java.util.Set;

import javafx.scene.canvas.GraphicsContext;

import org.athanor.app.ui.graph.GraphStyle.Token;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.Link;

/// Paints the lines and dots of the entries in sight. Lines that share a lane are painted once, and what lies outside of
/// the column of lanes not at all.
final class LanePainter {
    private static final double[] DOTTED = {2, 4};
    private static final double[] SOLID = {};

    private final GraphicsContext pen;
    private final GraphStyle style;
    private final Geometry geometry;
    private final GraphContents contents;
    private final double offset;
    private final Shapes shapes;
    private final Set<Long> painted = new HashSet<>();

    /// `offset` is how far the entries are scrolled.
    LanePainter(GraphicsContext pen, GraphStyle style, Geometry geometry, GraphContents contents, double offset) {
        this.pen = pen;
        this.style = style;
        this.geometry = geometry;
        this.contents = contents;
        this.offset = offset;
        this.shapes = new Shapes(pen);
    }

    void lines(int firstEntry, int lastEntry) {
        pen.setLineWidth(geometry.laneWidth() < 10 ? 1.5 : 2);
        int firstRow = contents.firstRow(firstEntry);
        for (var edge : contents.lanes().edges(firstRow, contents.lastRow(lastEntry))) {
            int from = contents.entryOf(edge.newerRow());
            int to = contents.entryOf(edge.olderRow());
            if (from != to) {
                pen.setStroke(style.lane(edge.lane()));
                pen.setLineDashes(edge.link().kind() == Link.Kind.DEPENDENCY ? DOTTED : SOLID);
                line(edge, from, to, firstEntry, lastEntry);
            }
        }
        pen.setLineDashes(SOLID);
    }

    private void line(Lanes.Edge edge, int from, int to, int firstEntry, int lastEntry) {
        double lane = geometry.x(edge.lane());
        if (from >= firstEntry) {
            bend(geometry.x(edge.newerLane()), middle(from), lane, top(from + 1));
        }
        if (!painted.add((long) edge.lane() << 32 | edge.olderRow())) {
            return;
        }
        double upper = top(Math.max(from + 1, firstEntry));
        double lower = top(Math.min(to, lastEntry + 1));
        if (lower > upper && geometry.isVisible(lane)) {
            pen.strokeLine(lane, upper, lane, lower);
        }
        if (to <= lastEntry) {
            bend(lane, top(to), geometry.x(edge.olderLane()), middle(to));
        }
    }

    private void bend(double fromX, double fromY, double toX, double toY) {
        if (!geometry.isVisible(fromX) && !geometry.isVisible(toX)) {
            return;
        }
        double x1 = geometry.within(fromX);
        double x2 = geometry.within(toX);
        if (x1 == x2) {
            pen.strokeLine(x1, fromY, x2, toY);
            return;
        }
        double half = (fromY + toY) / 2;
        pen.beginPath();
        pen.moveTo(x1, fromY);
        pen.bezierCurveTo(x1, half, x2, half, x2, toY);
        pen.stroke();
    }

    /// Filled when applied, hollow when pending, small and hollow when nobody knows. A merge is a diamond, a head has a ring
    /// around it, a base stands on a line.
    void dot(GraphRow row, int entry) {
        double x = geometry.x(row.row().lane());
        double y = middle(entry);
        if (!geometry.isVisible(x)) {
            aside(row.row().lane(), x, y);
            return;
        }
        var color = style.lane(row.row().lane());
        double radius = geometry.dot() - (row.applied() == Applied.UNKNOWN ? geometry.scaled(1) : 0);
        pen.setStroke(color);
        pen.setLineWidth(2);
        if (row.head()) {
            pen.setFill(style.color(Token.BACKGROUND));
            pen.setLineWidth(1.2);
            circle(x, y, geometry.dot() + geometry.scaled(3));
            pen.setLineWidth(2);
        }
        pen.setFill(row.applied() == Applied.APPLIED ? color : style.color(Token.BACKGROUND));
        if (row.revision().isMerge()) {
            shapes.diamond(x, y, radius + geometry.scaled(1));
        } else {
            circle(x, y, radius);
        }
        if (row.isBase()) {
            double below = y + geometry.dot() + geometry.scaled(row.head() ? 6 : 4);
            pen.strokeLine(x - geometry.dot() - 2, below, x + geometry.dot() + 2, below);
        }
    }

    /// Three dots on a line that has been put away.
    void folded(Entry.Folded run, int entry) {
        double x = geometry.x(run.rows().getFirst().lane());
        if (!geometry.isVisible(x)) {
            return;
        }
        double y = middle(entry);
        pen.setFill(style.color(Token.BACKGROUND));
        double step = geometry.scaled(5);
        pen.fillRect(x - 3, y - step * 1.6, 6, step * 3.2);
        pen.setFill(style.lane(run.rows().getFirst().lane()));
        for (int i = -1; i <= 1; i++) {
            double r = geometry.scaled(1.75);
            pen.fillOval(x - r, y + i * step - r, 2 * r, 2 * r);
        }
    }

    void ghost(int entry) {
        double y = middle(entry);
        double x = geometry.left();
        pen.setStroke(style.color(Token.DANGER));
        pen.setLineWidth(1.5);
        pen.setLineDashes(2, 2.5);
        double radius = geometry.scaled(6);
        pen.strokeOval(x - radius, y - radius, radius * 2, radius * 2);
        pen.setLineDashes(SOLID);
    }

    private void circle(double x, double y, double radius) {
        pen.fillOval(x - radius, y - radius, radius * 2, radius * 2);
        pen.strokeOval(x - radius, y - radius, radius * 2, radius * 2);
    }

    /// A tip at the edge of the column: the dot is further out there.
    private void aside(int lane, double x, double y) {
        boolean left = x < geometry.left();
        double at = left ? geometry.left() - geometry.dot() : geometry.right() + geometry.dot() + 3;
        double way = left ? 4 : -4;
        pen.setFill(style.lane(lane));
        pen.fillPolygon(new double[]{at, at + way, at + way}, new double[]{y, y - 4, y + 4}, 3);
    }

    private double top(int entry) {
        return entry * geometry.rowHeight() - offset;
    }

    private double middle(int entry) {
        return top(entry) + geometry.rowHeight() / 2;
    }
}
