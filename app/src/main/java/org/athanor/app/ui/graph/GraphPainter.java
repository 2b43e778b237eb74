package org.athanor.app.ui.graph;

import java.util.List;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.athanor.app.ui.graph.GraphStyle.Token;

/// Paints the entries in sight: backgrounds, then lines, then dots and words.
final class GraphPainter {
    private static final double GAP = 8;
    private static final int SHORT_ID = 8;
    private static final double ROOM_FOR_DAYS = 480;

    private final GraphicsContext pen;
    private final GraphStyle style;
    private final GraphFonts fonts;
    private final TextFit fit;
    private final GraphWords words;
    private final Geometry geometry;
    private final Chips chips;
    private double offset;

    /// What is marked on the rows: entries by number, -1 for none.
    record Attention(int selected, int hovered, boolean focused, GraphSearch search) {}

    GraphPainter(GraphicsContext pen, GraphStyle style, GraphFonts fonts, TextFit fit, GraphWords words,
            Geometry geometry) {
        this.pen = pen;
        this.style = style;
        this.fonts = fonts;
        this.fit = fit;
        this.words = words;
        this.geometry = geometry;
        this.chips = new Chips(pen, style, fonts.small(), fit, words, geometry);
    }

    /// Paints what is in sight, and says what in it can be pointed at.
    List<Spot> paint(GraphContents contents, double scrolled, double height, Attention attention) {
        offset = scrolled;
        clear();
        int first = (int) (offset / geometry.rowHeight());
        int last = Math.min(contents.size() - 1, (int) ((offset + height) / geometry.rowHeight()));
        if (first > last) {
            return List.of();
        }
        for (int entry = first; entry <= last; entry++) {
            background(entry, contents, attention);
        }
        var lanes = new LanePainter(pen, style, geometry, contents, offset);
        if (!contents.rows().isEmpty()) {
            lanes.lines(first, last);
        }
        for (int entry = first; entry <= last; entry++) {
            var ink = isHit(entry, contents, attention.search()) ? Token.TEXT : Token.MUTED;
            paint(contents.entry(entry), entry, lanes, ink);
        }
        return chips.spots();
    }

    /// A pin on its way, and the row that it would be put on.
    void dragged(Pin pin, double x, double y) {
        chips.floating(pin, x, y);
    }

    void clear() {
        pen.setFill(style.color(Token.BACKGROUND));
        pen.fillRect(0, 0, pen.getCanvas().getWidth(), pen.getCanvas().getHeight());
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineCap(StrokeLineCap.BUTT);
    }

    private void background(int entry, GraphContents contents, Attention attention) {
        double top = entry * geometry.rowHeight() - offset;
        boolean selected = entry == attention.selected();
        if (selected || entry == attention.hovered()) {
            pen.setFill(style.color(selected ? Token.SELECTED : Token.HOVERED));
            pen.fillRoundRect(4, top, geometry.width() - 8, geometry.rowHeight(), 8, 8);
        }
        if (isHit(entry, contents, attention.search())) {
            pen.setFill(style.color(Token.HIT));
            pen.fillRoundRect(geometry.textStart() - GAP / 2, top + 4, fit.width(fonts.mono(), "00000000") + GAP,
                    geometry.rowHeight() - 8, 6, 6);
        }
        if (selected && attention.focused()) {
            pen.setStroke(style.color(Token.FOCUS));
            pen.setLineWidth(1.5);
            pen.strokeRoundRect(4.75, top + 0.75, geometry.width() - 9.5, geometry.rowHeight() - 1.5, 8, 8);
        }
    }

    private static boolean isHit(int entry, GraphContents contents, GraphSearch search) {
        return search.countProperty().get() > 0 && contents.entry(entry) instanceof Entry.Shown(var row)
                && search.isHit(row.row().number());
    }

    private void paint(Entry entry, int number, LanePainter lanes, Token idInk) {
        double y = (number + 0.5) * geometry.rowHeight() - offset;
        switch (entry) {
            case Entry.Shown(var row) -> {
                lanes.dot(row, number);
                words(row, y, idInk);
            }
            case Entry.Folded run -> {
                lanes.folded(run, number);
                text(words.folded(run.rows().size()), fonts.plain(), style.color(Token.MUTED), geometry.textStart(), y,
                        TextAlignment.LEFT);
            }
            case Entry.Ghost ghost -> {
                lanes.ghost(number);
                words(ghost, y);
            }
        }
    }

    private void words(GraphRow row, double y, Token idInk) {
        double right = geometry.width() - Geometry.MARGIN;
        if (geometry.width() - geometry.textStart() > ROOM_FOR_DAYS) {
            text(row.day(), fonts.small(), style.color(Token.MUTED), right, y, TextAlignment.RIGHT);
            right -= geometry.scaled(84);
        }
        double left = id(row.revision().id().value(), idInk, y);
        double room = right - left;
        right = chips.pins(row.pins(), right, left + room * 0.35, y);
        var title = fit.fit(fonts.plain(), row.revision().title(), Math.max(0, right - left - chips.width(row)));
        text(title, fonts.plain(), style.color(Token.TEXT), left, y, TextAlignment.LEFT);
        chips.marks(row, left + fit.width(fonts.plain(), title) + GAP, y);
    }

    private void words(Entry.Ghost ghost, double y) {
        double left = id(ghost.id().value(), Token.DANGER, y);
        double right = geometry.width() - Geometry.MARGIN;
        right = chips.pins(ghost.pins(), right, left + (right - left) * 0.35, y);
        text(fit.fit(fonts.plain(), words.ghost(ghost), right - left), fonts.plain(), style.color(Token.DANGER), left,
                y, TextAlignment.LEFT);
    }

    /// Paints the beginning of an id, and says where the words after it begin.
    private double id(String id, Token ink, double y) {
        var shown = id.substring(0, Math.min(SHORT_ID, id.length()));
        text(shown, fonts.mono(), style.color(ink), geometry.textStart(), y, TextAlignment.LEFT);
        return geometry.textStart() + Math.max(fit.width(fonts.mono(), shown), fit.width(fonts.mono(), "00000000"))
                + GAP * 1.5;
    }

    private void text(String text, Font font, Color color, double x, double y, TextAlignment alignment) {
        pen.setFont(font);
        pen.setFill(color);
        pen.setTextAlign(alignment);
        pen.fillText(text, x, y);
    }
}
