package org.athanor.app.ui.graph;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.athanor.app.ui.graph.GraphStyle.Token;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.Link;

/// Paints rows of the graph, each given by its upper edge.
final class GraphPainter {
    private static final double MARGIN = 16;
    private static final double LANE_WIDTH = 16;
    private static final double DOT = 5;
    private static final double GAP = 8;
    private static final int SHORT_ID = 8;

    private final GraphicsContext pen;
    private final GraphStyle style;
    private final GraphFonts fonts;
    private final Chips chips;
    private final double width;
    private final double height;
    private final double textStart;

    GraphPainter(GraphicsContext pen, GraphStyle style, GraphFonts fonts, double width, double height, int lanes) {
        this.pen = pen;
        this.style = style;
        this.fonts = fonts;
        this.chips = new Chips(pen, style, fonts.small());
        this.width = width;
        this.height = height;
        this.textStart = x(Math.max(1, lanes) - 1) + LANE_WIDTH;
    }

    void clear(double upTo) {
        pen.setFill(style.color(Token.BACKGROUND));
        pen.fillRect(0, 0, pen.getCanvas().getWidth(), upTo);
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineCap(StrokeLineCap.BUTT);
    }

    void background(double top, boolean selected, boolean hovered, boolean focused) {
        if (selected || hovered) {
            pen.setFill(style.color(selected ? Token.SELECTED : Token.HOVERED));
            pen.fillRoundRect(4, top, width - 8, height, 8, 8);
        }
        if (focused) {
            pen.setStroke(style.color(Token.FOCUS));
            pen.setLineWidth(1.5);
            pen.strokeRoundRect(4.75, top + 0.75, width - 9.5, height - 1.5, 8, 8);
        }
    }

    void row(GraphRow row, double top) {
        row.row().edges().forEach(edge -> edge(row.row(), edge, top));
        dot(row, top + height / 2);
        words(row, top + height / 2);
    }

    private void edge(Lanes.Row row, Lanes.Edge edge, double top) {
        double middle = top + height / 2;
        double bottom = top + height;
        pen.setStroke(style.lane(edge.lane()));
        pen.setLineWidth(2);
        pen.setLineDashes(edge.link().kind() == Link.Kind.DEPENDENCY ? new double[]{2, 3} : new double[0]);
        if (edge.startsAt(row)) {
            curve(x(edge.newerLane()), middle, x(edge.lane()), bottom);
        } else if (edge.endsAt(row)) {
            curve(x(edge.lane()), top, x(edge.olderLane()), middle);
        } else {
            pen.strokeLine(x(edge.lane()), top, x(edge.lane()), bottom);
        }
        pen.setLineDashes();
    }

    private void curve(double fromX, double fromY, double toX, double toY) {
        double half = (fromY + toY) / 2;
        pen.beginPath();
        pen.moveTo(fromX, fromY);
        pen.bezierCurveTo(fromX, half, toX, half, toX, toY);
        pen.stroke();
    }

    /// Filled when applied, hollow when pending, small and hollow when nobody knows.
    private void dot(GraphRow row, double y) {
        double x = x(row.row().lane());
        var color = style.lane(row.row().lane());
        double radius = row.applied() == Applied.UNKNOWN ? DOT - 1.5 : DOT;
        pen.setFill(row.applied() == Applied.APPLIED ? color : style.color(Token.BACKGROUND));
        pen.fillOval(x - radius, y - radius, radius * 2, radius * 2);
        pen.setStroke(color);
        pen.setLineWidth(2);
        pen.strokeOval(x - radius, y - radius, radius * 2, radius * 2);
        if (row.isBase()) {
            pen.strokeLine(x - DOT, y + DOT + 4, x + DOT, y + DOT + 4);
        }
    }

    private void words(GraphRow row, double y) {
        double right = width - MARGIN;
        text(row.day(), fonts.small(), style.color(Token.MUTED), right, y, TextAlignment.RIGHT);
        right -= GraphFonts.width(fonts.small(), row.day()) + GAP * 2;
        if (row.pin().isPresent()) {
            right = chips.pin(row.pin().get(), right, y) - GAP;
        }
        var id = row.revision().id().value();
        var shortId = id.substring(0, Math.min(SHORT_ID, id.length()));
        text(shortId, fonts.mono(), style.color(Token.MUTED), textStart, y, TextAlignment.LEFT);
        double left = textStart + GraphFonts.width(fonts.mono(), shortId) + GAP * 1.5;
        double room = right - left - chips.width(row);
        var title = GraphFonts.fit(fonts.plain(), row.revision().title(), room);
        text(title, fonts.plain(), style.color(Token.TEXT), left, y, TextAlignment.LEFT);
        chips.marks(row, left + GraphFonts.width(fonts.plain(), title) + GAP, y);
    }

    private void text(String text, Font font, Color color, double x, double y, TextAlignment alignment) {
        pen.setFont(font);
        pen.setFill(color);
        pen.setTextAlign(alignment);
        pen.fillText(text, x, y);
    }

    private static double x(int lane) {
        return MARGIN + DOT + lane * LANE_WIDTH;
    }
}
