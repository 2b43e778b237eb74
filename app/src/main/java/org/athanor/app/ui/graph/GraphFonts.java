package org.athanor.app.ui.graph;

import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The graph's fonts, and how much room words take in them.
record GraphFonts(Font plain, Font mono, Font small) {
    private static final String ELLIPSIS = "…";

    static double width(Font font, String text) {
        return bounds(font, text).getWidth();
    }

    /// The text, shortened until it fits.
    static String fit(Font font, String text, double width) {
        if (width(font, text) <= width) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (width(font, text.substring(0, middle) + ELLIPSIS) <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? "" : text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }

    private static Bounds bounds(Font font, String text) {
        var measure = new Text(text);
        measure.setFont(font);
        return measure.getLayoutBounds();
    }
}
