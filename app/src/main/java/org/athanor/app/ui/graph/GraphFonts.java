package org.athanor.app.ui.graph;

import javafx.scene.text.Font;

/// The graph's fonts.
record GraphFonts(Font plain, Font mono, Font small) {
    GraphFonts zoomed(double factor) {
        return factor == 1 ? this : new GraphFonts(zoomed(plain, factor), zoomed(mono, factor), zoomed(small, factor));
    }

    private static Font zoomed(Font font, double factor) {
        return Font.font(font.getFamily(), font.getSize() * factor);
    }
}
