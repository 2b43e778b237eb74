package org.athanor.app.ui.main;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.action.Acts;
import org.athanor.app.ui.controls.Labels;

import atlantafx.base.controls.Popover;

/// The list of keys that F1 shows: those of the acts, and those that move through the window.
final class Keys {
    private static final List<String> OTHERS = List.of("keys.palette", "keys.run", "keys.cancel", "keys.move",
            "keys.ends",
            "keys.lines",
            "keys.plan", "keys.fold", "keys.search", "keys.zoom", "keys.columns", "keys.profiles", "keys.leave",
            "keys.help");

    private final Popover popover;

    Keys(Acts acts, Messages messages) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("facts", "keys");
        acts.all().forEach(act -> act.key().ifPresent(key -> row(grid, shown(key), act.title())));
        for (var key : OTHERS) {
            var parts = messages.text(key).split("\\|", 2);
            row(grid, parts[0], parts[1]);
        }
        popover = new Popover(grid);
        popover.setTitle(messages.text("header.keys"));
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    }

    /// A key combination as it is written on the keys.
    static String shown(String key) {
        return KeyCombination.valueOf(key).getDisplayText();
    }

    void toggle(Node owner) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(owner);
        }
    }

    private static void row(GridPane grid, String keys, String meaning) {
        grid.addRow(grid.getRowCount(), Labels.label(keys, "mono", "muted"), Labels.label(meaning));
    }
}
