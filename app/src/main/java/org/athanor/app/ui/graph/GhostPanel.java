package org.athanor.app.ui.graph;

import java.util.stream.Collectors;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;

/// Below the rows while a ghost is selected: what it is, and what can be done.
final class GhostPanel extends VBox {
    private final GraphViewModel model;
    private final Messages messages;
    private final GraphWishes wishes;

    GhostPanel(GraphViewModel model, Messages messages, GraphWishes wishes) {
        this.model = model;
        this.messages = messages;
        this.wishes = wishes;
        setId("ghost");
        getStyleClass().add("ghost-panel");
        setMinHeight(USE_PREF_SIZE);
        model.selectedEntryProperty().subscribe(entry -> {
            var ghost = entry.filter(Entry.Ghost.class::isInstance).map(e -> (Entry.Ghost) e);
            ghost.ifPresent(this::explain);
            setVisible(ghost.isPresent());
            setManaged(ghost.isPresent());
        });
    }

    private void explain(Entry.Ghost ghost) {
        var names = ghost.pins().stream().map(Pin::name).collect(Collectors.joining(", "));
        var title = Labels.paragraph(messages.text("ghost.title", ghost.id(), names), "strong");
        title.setGraphic(Icons.icon("fth-alert-triangle", "danger-icon"));
        var again = new Button(messages.text("graph.again"));
        again.setOnAction(_ -> wishes.refresh());
        var git = new Button(messages.text("ghost.copy-git"));
        git.setOnAction(_ -> CopyButton.copy("git log --all --oneline -- '*" + ghost.id() + "*'"));
        var stamp = new Button(messages.text("ghost.copy-stamp"));
        stamp.setId("copy-stamp");
        stamp.setOnAction(_ -> CopyButton.copy(model.stampCommand(ghost)));
        var buttons = new FlowPane(8, 8, again, git, stamp);
        getChildren().setAll(title, Labels.paragraph(messages.text("ghost.file"), "small"),
                Labels.paragraph(messages.text("ghost.stamp"), "small"), buttons);
    }
}
