package org.athanor.app.ui.graph;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;

/// Above the rows: the databases that stand on none of them, and why.
final class PinShelf extends FlowPane {
    private static final double NARROW = 160;
    private static final double WIDE = 480;

    private final GraphWords words;

    PinShelf(GraphViewModel model) {
        this.words = model.words();
        setId("elsewhere");
        getStyleClass().add("pin-shelf");
        setMinHeight(USE_PREF_SIZE);
        setMinWidth(0); // A long reason must not make the graph wider than its place.
        model.elsewhereProperty().subscribe(this::show);
    }

    private void show(List<Pin> pins) {
        getChildren().setAll(pins.stream().map(this::pin).toList());
        setVisible(!pins.isEmpty());
        setManaged(!pins.isEmpty());
    }

    private Node pin(Pin pin) {
        var text = words.elsewhere(pin);
        var label = Labels.label(text, "environment", pin.environment().styleClass());
        label.setGraphic(Icons.icon(pin.environment().icon(), "environment-icon", pin.environment().styleClass()));
        label.maxWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.clamp(getWidth() - getInsets().getLeft() - getInsets().getRight(), NARROW, WIDE),
                widthProperty(), insetsProperty()));
        label.setTooltip(Hint.of(text));
        label.setAccessibleText(text);
        return label;
    }
}
