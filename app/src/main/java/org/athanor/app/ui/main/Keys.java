package org.athanor.app.ui.main;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.layout.GridPane;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;

import atlantafx.base.controls.Popover;

/// The list of keys that F1 shows.
final class Keys {
    private static final List<String> LINES = List.of("keys.refresh", "keys.run", "keys.cancel", "keys.move",
            "keys.ends", "keys.lines", "keys.fold", "keys.search", "keys.zoom", "keys.columns", "keys.help");

    private final Popover popover;

    Keys(Messages messages) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("facts", "keys");
        for (var key : LINES) {
            var parts = messages.text(key).split("\\|", 2);
            grid.addRow(grid.getRowCount(), Labels.label(parts[0], "mono", "muted"), Labels.label(parts[1]));
        }
        popover = new Popover(grid);
        popover.setTitle(messages.text("header.keys"));
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    }

    void toggle(Node owner) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(owner);
        }
    }
}
