package org.athanor.app.ui.main;

import java.nio.file.Path;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.workspace.WorkspaceState;

/// Above the graph: which project this is, and the one thing most people came for.
final class ToolbarView extends HBox {
    private static final int NAMES_SHOWN = 3;

    ToolbarView(MainViewModel model, Messages messages) {
        getStyleClass().add("toolbar");
        var name = Labels.label("", "title");
        var place = Labels.label("", "muted", "small");
        place.setMinWidth(0);
        var title = new VBox(name, place);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        var why = Labels.label("", "muted", "small");
        why.textProperty().bind(model.whyNoUpgradeProperty());
        why.setMinWidth(USE_PREF_SIZE);
        var upgrade = new Button(messages.text("toolbar.upgrade"), Icons.icon("fth-arrow-up", "on-accent"));
        upgrade.setId("upgrade");
        upgrade.getStyleClass().add("accent");
        upgrade.setMinWidth(USE_PREF_SIZE);
        upgrade.disableProperty().bind(model.whyNoUpgradeProperty().isNotEmpty());
        upgrade.accessibleHelpProperty().bind(model.whyNoUpgradeProperty());
        upgrade.setOnAction(_ -> model.upgradeToHead());
        var tooltip = Hint.of("");
        tooltip.textProperty().bind(Bindings.when(model.whyNoUpgradeProperty().isEmpty())
                .then(messages.text("toolbar.upgrade-hint")).otherwise(model.whyNoUpgradeProperty()));
        Tooltip.install(this, tooltip);
        var refresh = Icons.button("fth-refresh-cw", messages.text("toolbar.refresh"), model::refresh);
        refresh.setId("refresh");
        getChildren().addAll(title, why, refresh, upgrade);
        var placeHint = Hint.of("");
        place.setTooltip(placeHint);
        model.stateProperty().subscribe(state -> {
            name.setText(state instanceof WorkspaceState.Ready ready ? ready.project().name() : model.profile().name());
            var config = state instanceof WorkspaceState.Ready ready
                    ? ready.project().config().file()
                    : model.profile().config();
            place.setText(shortened(config));
            placeHint.setText(config.toString());
        });
    }

    /// The end of a path, which tells files apart; the whole of it is in the hint.
    private static String shortened(Path path) {
        int names = path.getNameCount();
        return names <= NAMES_SHOWN ? path.toString() : "…/" + path.subpath(names - NAMES_SHOWN, names);
    }
}
