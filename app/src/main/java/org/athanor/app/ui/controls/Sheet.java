package org.athanor.app.ui.controls;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card over the window: what it is about, its content, and its buttons. The one to cancel with comes first and is the
/// default.
public final class Sheet extends VBox {
    private final Node first;

    /// `first` is what has the keyboard when the sheet opens.
    public Sheet(String title, double width, Node content, List<? extends Node> actions, Node first) {
        this.first = first;
        getStyleClass().add("sheet");
        setMaxSize(width, USE_PREF_SIZE);
        setPrefWidth(width);
        setAccessibleText(title);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(gap);
        bar.getStyleClass().add("sheet-actions");
        bar.getChildren().addAll(actions);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(Labels.paragraph(title, "title"), content, bar);
    }

    /// The same; `id` tells it from others.
    public Sheet named(String id) {
        setId(id);
        return this;
    }

    void focus() {
        first.requestFocus();
    }

    /// A button that says what it does, as wide as its words.
    public static Button button(String id, String text, Runnable deed, String... styleClasses) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll(styleClasses);
        button.setOnAction(_ -> deed.run());
        return button;
    }
}
