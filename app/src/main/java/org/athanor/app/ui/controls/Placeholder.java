package org.athanor.app.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What stands where there is nothing to show: an icon, a sentence, and perhaps one button.
public final class Placeholder extends VBox {
    public Placeholder(String icon, String sentence, Node... more) {
        getStyleClass().add("placeholder");
        setAlignment(Pos.CENTER);
        var text = Labels.paragraph(sentence, "muted", "centred");
        getChildren().addAll(Icons.icon(icon, "placeholder-icon"), text);
        getChildren().addAll(more);
    }
}
