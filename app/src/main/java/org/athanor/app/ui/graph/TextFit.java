package org.athanor.app.ui.graph;

import java.util.HashMap;
import java.util.Map;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How much room words take, and how much of them fits; remembered, because the same words are painted again and again.
final class TextFit {
    private static final String ELLIPSIS = "…";
    private static final int REMEMBERED = 20_000;

    private final Text ruler = new Text();
    private final Map<Measured, Double> widths = new HashMap<>();
    private final Map<Fitted, String> fitted = new HashMap<>();

    private record Measured(Font font, String text) {}

    private record Fitted(Font font, String text, int room) {}

    double width(Font font, String text) {
        if (widths.size() > REMEMBERED) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Measured(font, text), this::measure);
    }

    /// The text, shortened until it fits.
    String fit(Font font, String text, double room) {
        if (fitted.size() > REMEMBERED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(new Fitted(font, text, (int) room), this::shorten);
    }

    private double measure(Measured wanted) {
        ruler.setFont(wanted.font());
        ruler.setText(wanted.text());
        return ruler.getLayoutBounds().getWidth();
    }

    private String shorten(Fitted wanted) {
        var text = wanted.text();
        if (measure(new Measured(wanted.font(), text)) <= wanted.room()) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (measure(new Measured(wanted.font(), text.substring(0, middle) + ELLIPSIS)) <= wanted.room()) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? "" : text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }
}
