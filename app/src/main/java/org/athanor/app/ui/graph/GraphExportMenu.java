package org.athanor.app.ui.graph;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

import org.athanor.app.export.GraphFormat;
import org.athanor.app.text.Messages;

/// The formats in which the graph can be written to a file.
final class GraphExportMenu extends Menu {
    GraphExportMenu(Messages messages, GraphWishes wishes) {
        super(messages.text("graph.export"));
        for (var format : GraphFormat.values()) {
            var item = new MenuItem(messages.text(switch (format) {
                case SVG -> "graph.export-svg";
                case PNG -> "graph.export-png";
                case DOT -> "graph.export-dot";
                case MERMAID -> "graph.export-mermaid";
            }));
            item.setOnAction(_ -> wishes.export(format));
            getItems().add(item);
        }
    }
}
