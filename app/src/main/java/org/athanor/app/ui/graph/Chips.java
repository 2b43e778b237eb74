package org.athanor.app.ui.graph;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.athanor.app.profile.Environment;
import org.athanor.app.ui.graph.GraphStyle.Token;

/// The small words in boxes on a row: labels, head, and the pins of databases.
final class Chips {
    private static final double HEIGHT = 20;
    private static final double PADDING = 8;
    private static final double GAP = 4;
    private static final double SHAPE = 8;

    private final GraphicsContext pen;
    private final GraphStyle style;
    private final Font font;

    private record Chip(String text, Token fill, Token ink) {}

    Chips(GraphicsContext pen, GraphStyle style, Font font) {
        this.pen = pen;
        this.style = style;
        this.font = font;
    }

    /// The room that labels and head take.
    double width(GraphRow row) {
        return marks(row).stream().mapToDouble(chip -> width(chip.text()) + GAP).sum() + GAP;
    }

    void marks(GraphRow row, double left, double y) {
        double x = left;
        for (var chip : marks(row)) {
            box(x, y, width(chip.text()), style.color(chip.fill()));
            text(chip.text(), x + PADDING, y, style.color(chip.ink()));
            x += width(chip.text()) + GAP;
        }
    }

    /// Paints the pin so that it ends at `right`, and says where it begins.
    double pin(Pin pin, double right, double y) {
        double wide = width(pin.name()) + SHAPE + GAP + 2;
        double left = right - wide;
        var ink = style.environmentText(pin.environment());
        box(left, y, wide, style.environment(pin.environment()));
        pen.setFill(ink);
        shape(pin.environment(), left + PADDING, y - SHAPE / 2);
        text(pin.name(), left + PADDING + SHAPE + GAP + 2, y, ink);
        return left;
    }

    private static List<Chip> marks(GraphRow row) {
        var chips = new ArrayList<Chip>();
        row.labels().forEach(label -> chips.add(new Chip(label, Token.LABEL, Token.LABEL_TEXT)));
        if (row.head()) {
            chips.add(new Chip("head", Token.HEAD, Token.HEAD_TEXT));
        }
        if (row.isBase()) {
            chips.add(new Chip("base", Token.HEAD, Token.HEAD_TEXT));
        }
        return chips;
    }

    private void shape(Environment environment, double x, double y) {
        switch (environment) {
            case LOCAL -> pen.fillOval(x, y, SHAPE, SHAPE);
            case DEV -> pen.fillRect(x, y, SHAPE, SHAPE);
            case STAGING -> pen.fillPolygon(new double[]{x, x + SHAPE / 4, x + SHAPE * 3 / 4, x + SHAPE,
                    x + SHAPE * 3 / 4, x + SHAPE / 4},
                    new double[]{y + SHAPE / 2, y, y, y + SHAPE / 2, y + SHAPE,
                            y + SHAPE},
                    6);
            case PRODUCTION -> pen.fillPolygon(new double[]{x, x + SHAPE / 2, x + SHAPE},
                    new double[]{y + SHAPE, y, y + SHAPE}, 3);
        }
    }

    private void box(double x, double y, double wide, Color fill) {
        pen.setFill(fill);
        pen.fillRoundRect(x, y - HEIGHT / 2, wide, HEIGHT, HEIGHT, HEIGHT);
    }

    private void text(String text, double x, double y, Color ink) {
        pen.setFont(font);
        pen.setFill(ink);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(text, x, y);
    }

    private double width(String text) {
        return GraphFonts.width(font, text) + PADDING * 2;
    }
}
