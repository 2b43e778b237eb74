package org.athanor.app.ui.revision;

import java.util.List;

import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.engine.hazard.Hazard;

/// What a direction of a revision may do to any database, and the safer way; nothing where nothing is known to go wrong.
final class HazardList extends VBox {
    private final Messages messages;

    HazardList(Messages messages) {
        this.messages = messages;
        getStyleClass().add("hazards");
        show(List.of());
    }

    void show(List<Hazard> hazards) {
        getChildren().clear();
        for (var hazard : hazards) {
            var warning = Labels.paragraph(hazard.message(), hazard.isDestructive() ? "danger-text" : "warning-text");
            warning.setGraphic(Icons.icon("fth-alert-triangle", "warning-icon"));
            getChildren().addAll(warning,
                    Labels.paragraph(messages.text("plan.safer", hazard.saferWay()), "muted", "small"));
        }
        setVisible(!hazards.isEmpty());
        setManaged(isVisible());
    }
}
