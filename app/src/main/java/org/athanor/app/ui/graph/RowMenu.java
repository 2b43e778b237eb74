package org.athanor.app.ui.graph;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.engine.problem.Problem;

/// What can be done with the selected row.
final class RowMenu {
    private final GraphViewModel model;
    private final Messages messages;
    private final GraphWishes wishes;
    private final ContextMenu menu = new ContextMenu();

    RowMenu(GraphViewModel model, Messages messages, GraphWishes wishes) {
        this.model = model;
        this.messages = messages;
        this.wishes = wishes;
    }

    void show(GraphRow row, Node owner, double x, double y) {
        var revision = row.revision();
        menu.getItems().clear();
        Move.to(row).ifPresent(move -> add(messages.text(move.messageKey()), () -> wishes.move(move)));
        add(messages.text("graph.open-file"), () -> wishes.open(new Problem.Place(revision.path(), 1)));
        add(messages.text("revision.copy-id"), () -> CopyButton.copy(revision.id().value()));
        if (model.isFoldable(revision.id())) {
            add(messages.text("graph.fold"), () -> model.fold(revision.id()));
        }
        menu.show(owner, x, y);
    }

    private void add(String text, Runnable deed) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> deed.run());
        menu.getItems().add(item);
    }
}
