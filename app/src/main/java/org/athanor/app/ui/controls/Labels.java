package org.athanor.app.ui.controls;

import javafx.scene.control.Label;

/// Labels with their style classes at once.
public final class Labels {
    private Labels() {}

    public static Label label(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// Text that breaks into as many lines as it needs.
    public static Label paragraph(String text, String... styleClasses) {
        var label = label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }
}
