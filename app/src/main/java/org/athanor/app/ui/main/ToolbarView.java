package org.athanor.app.ui.main;

import java.nio.file.Path;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.action.Act;
import org.athanor.app.ui.action.Acts;
import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.workspace.WorkspaceState;

/// Above the graph: which project this is, and the one thing most people came for.
final class ToolbarView extends HBox {
    private static final int NAMES_SHOWN = 3;
    private static final double LEAST = 56;

    ToolbarView(MainViewModel model, Acts acts, Messages messages) {
        getStyleClass().add("toolbar");
        var name = Labels.label("", "title");
        name.setMinWidth(LEAST);
        var place = Labels.label("", "muted", "small");
        place.setMinWidth(0);
        var why = Labels.label("", "muted", "small");
        why.textProperty().bind(model.whyNoUpgradeProperty());
        why.setMinWidth(0);
        var head = new HBox(name, why);
        head.getStyleClass().add("toolbar-head");
        var title = new VBox(head, place);
        title.setMinWidth(LEAST); // A long name must not push the columns aside.
        HBox.setHgrow(title, Priority.ALWAYS);
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
        var heads = new Button("", Icons.icon("fth-git-merge", "warning-icon"));
        heads.setId("merge-heads");
        heads.setMinWidth(USE_PREF_SIZE);
        heads.setOnAction(_ -> acts.named("merge").perform());
        var refresh = Icons.button("fth-refresh-cw", messages.text("toolbar.refresh"), model::refresh);
        refresh.setId("refresh");
        getChildren().addAll(title, heads, refresh,
                menu(messages.text("toolbar.new"), "new-menu",
                        List.of(acts.named("new"), acts.named("merge"), acts.named("undo"))),
                menu(messages.text("toolbar.go"), "go-menu",
                        List.of(acts.named("go"), acts.named("back"), acts.named("stamp"))),
                upgrade);
        var placeHint = Hint.of("");
        place.setTooltip(placeHint);
        model.stateProperty().subscribe(state -> {
            name.setText(state instanceof WorkspaceState.Ready ready ? ready.project().name() : model.profile().name());
            var config = state instanceof WorkspaceState.Ready ready
                    ? ready.project().config().file()
                    : model.profile().config();
            place.setText(shortened(config));
            placeHint.setText(config.toString());
            heads.setText(messages.text("toolbar.heads", model.headCount()));
            heads.setVisible(model.headCount() > 1);
            heads.setManaged(heads.isVisible());
        });
    }

    private static MenuButton menu(String text, String id, List<Act> acts) {
        var menu = new MenuButton(text);
        menu.setId(id);
        menu.setMinWidth(USE_PREF_SIZE);
        for (var act : acts) {
            var item = new MenuItem(act.title());
            item.setId("act-" + act.id());
            item.disableProperty().bind(act.whyNot().map(why -> !why.isEmpty()));
            item.setOnAction(_ -> act.perform());
            menu.getItems().add(item);
        }
        return menu;
    }

    /// The end of a path, which tells files apart; the whole of it is in the hint.
    private static String shortened(Path path) {
        int names = path.getNameCount();
        return names <= NAMES_SHOWN ? path.toString() : "…/" + path.subpath(names - NAMES_SHOWN, names);
    }
}
