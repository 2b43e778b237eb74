package org.athanor.app.ui.revision;

import java.util.List;
import java.util.function.Consumer;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Facts by name, one below the other.
final class FactGrid extends GridPane {
    private final Messages messages;

    FactGrid(Messages messages) {
        this.messages = messages;
        getStyleClass().add("facts");
    }

    void fact(String key, String value) {
        row(key, Labels.paragraph(value.isEmpty() ? messages.text("revision.no-such") : value, "plain"));
    }

    /// Revisions that can be gone to.
    void links(String key, List<Revision> revisions, Consumer<RevisionId> select) {
        if (revisions.isEmpty()) {
            fact(key, "");
            return;
        }
        var box = new VBox();
        for (var revision : revisions) {
            var link = new Hyperlink(revision.id().value() + "  " + revision.title());
            link.getStyleClass().add("revision-link");
            link.setMinWidth(0);
            link.setOnAction(_ -> select.accept(revision.id()));
            box.getChildren().add(link);
        }
        row(key, box);
    }

    private void row(String key, Node value) {
        var name = Labels.label(messages.text(key), "muted", "fact-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        addRow(getRowCount(), name, value);
    }
}
