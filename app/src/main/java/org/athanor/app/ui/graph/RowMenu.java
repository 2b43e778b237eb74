package org.athanor.app.ui.graph;

import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;

/// What can be done with the selected row.
final class RowMenu {
    private final Messages messages;
    private final Consumer<Move> wish;
    private final ContextMenu menu = new ContextMenu();

    RowMenu(Messages messages, Consumer<Move> wish) {
        this.messages = messages;
        this.wish = wish;
    }

    void show(GraphRow row, Node owner, double x, double y) {
        menu.getItems().clear();
        Move.to(row).ifPresent(move -> add(messages.text(move.messageKey()), () -> wish.accept(move)));
        add(messages.text("revision.copy-id"), () -> CopyButton.copy(row.revision().id().value()));
        menu.show(owner, x, y);
    }

    private void add(String text, Runnable deed) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> deed.run());
        menu.getItems().add(item);
    }
}
