package org.athanor.app.ui.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.athanor.app.ui.graph.GraphStyle.Token;

/// The small words in boxes on a row (labels, head, the pins of databases) and the shapes of badges. Remembers where
/// those are that can be pointed at.
final class Chips {
    private static final double HEIGHT = 20;
    private static final double PADDING = 8;
    private static final double GAP = 4;
    private static final double SHAPE = 8;
    private static final double BADGE = 13;

    private final GraphicsContext pen;
    private final GraphStyle style;
    private final Font font;
    private final TextFit fit;
    private final GraphWords words;
    private final Geometry geometry;
    private final Shapes shapes;
    private final List<Spot> spots = new ArrayList<>();

    private record Chip(String text, Token fill, Token ink) {}

    Chips(GraphicsContext pen, GraphStyle style, Font font, TextFit fit, GraphWords words, Geometry geometry) {
        this.pen = pen;
        this.style = style;
        this.font = font;
        this.fit = fit;
        this.words = words;
        this.geometry = geometry;
        this.shapes = new Shapes(pen);
    }

    List<Spot> spots() {
        return spots;
    }

    /// The room that labels, head and badges take.
    double width(GraphRow row) {
        return marks(row).stream().mapToDouble(chip -> width(chip.text()) + s(GAP)).sum() + s(GAP)
                + row.badges().size() * s(BADGE + GAP * 2);
    }

    void marks(GraphRow row, double left, double y) {
        double x = left;
        for (var chip : marks(row)) {
            box(x, y, width(chip.text()), style.color(chip.fill()));
            text(chip.text(), x + s(PADDING), y, style.color(chip.ink()));
            x += width(chip.text()) + s(GAP);
        }
        badges(row.badges(), x + s(GAP), y);
    }

    /// Paints the pins so that they end at `right` and begin after `left`, and says where they begin. Those for which there
    /// is no room are counted.
    double pins(List<Pin> pins, double right, double left, double y) {
        double x = right;
        for (int i = 0; i < pins.size(); i++) {
            var rest = pins.subList(i, pins.size());
            double reserved = rest.size() > 1 ? width(words.more(rest.size())) + s(GAP) : 0;
            if (x - pinWidth(pins.get(i)) - reserved < left) {
                return more(rest, x, y) - s(GAP);
            }
            x = pin(pins.get(i), x, y) - s(GAP);
        }
        return x;
    }

    private double more(List<Pin> pins, double right, double y) {
        var text = words.more(pins.size());
        double wide = width(text);
        box(right - wide, y, wide, style.color(Token.HEAD));
        text(text, right - wide + s(PADDING), y, style.color(Token.HEAD_TEXT));
        spots.add(spot(right - wide, y, wide, new Spot.OfMore(pins)));
        return right - wide;
    }

    private double pin(Pin pin, double right, double y) {
        double left = right - pinWidth(pin);
        floating(pin, left, y);
        spots.add(spot(left, y, right - left, new Spot.OfPin(pin)));
        return left;
    }

    /// A pin that nobody can point at: the one under the mouse while it is dragged.
    void floating(Pin pin, double left, double y) {
        var ink = style.environmentText(pin.environment());
        box(left, y, pinWidth(pin), style.environment(pin.environment()));
        pen.setFill(ink);
        shapes.environment(pin.environment(), left + s(PADDING), y - s(SHAPE) / 2, s(SHAPE));
        text(pin.name(), left + s(PADDING + SHAPE + GAP + 2), y, ink);
    }

    private double pinWidth(Pin pin) {
        return width(pin.name()) + s(SHAPE + GAP + 2);
    }

    private void badges(Collection<Badge> badges, double left, double y) {
        double x = left;
        for (var badge : badges) {
            var color = style.color(switch (badge) {
                case LIVE -> Token.LIVE;
                case UNREADABLE, EDITED -> Token.WARNING;
                case IRREVERSIBLE -> Token.DANGER;
            });
            pen.setFill(color);
            pen.setStroke(color);
            shapes.badge(badge, x, y - s(BADGE) / 2, s(BADGE));
            spots.add(spot(x - s(2), y, s(BADGE + 4), new Spot.OfBadge(badge)));
            x += s(BADGE + GAP * 2);
        }
    }

    private Spot spot(double x, double y, double wide, Spot.Thing thing) {
        return new Spot(x, y - s(HEIGHT) / 2, wide, s(HEIGHT), thing);
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

    private void box(double x, double y, double wide, Color fill) {
        pen.setFill(fill);
        pen.fillRoundRect(x, y - s(HEIGHT) / 2, wide, s(HEIGHT), s(HEIGHT), s(HEIGHT));
    }

    private void text(String text, double x, double y, Color ink) {
        pen.setFont(font);
        pen.setFill(ink);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(text, x, y);
    }

    private double width(String text) {
        return fit.width(font, text) + s(PADDING) * 2;
    }

    private double s(double length) {
        return geometry.scaled(length);
    }
}
