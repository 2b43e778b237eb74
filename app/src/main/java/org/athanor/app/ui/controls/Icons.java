package org.athanor.app.ui.controls;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the one family that the window uses, and buttons that show nothing else.
public final class Icons {
    private Icons() {}

    public static FontIcon icon(String name, String... styleClasses) {
        var icon = new FontIcon(name);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    public static Button button(String icon, String meaning, Runnable deed) {
        var button = new Button();
        button.setGraphic(icon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "button-icon", "icon-button");
        button.setTooltip(Hint.of(meaning));
        button.setAccessibleText(meaning);
        button.setOnAction(_ -> deed.run());
        return button;
    }
}
