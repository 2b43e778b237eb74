package org.athanor.app.ui.compare;

import java.util.List;

import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Labels;

/// What differs, each with its sign and its word, below the table that it belongs to.
public final class DifferenceTree extends TreeView<DifferenceNode> {
    /// More than these are folded below their tables.
    private static final int OPEN_AT_ONCE = 60;

    private final Messages messages;

    public DifferenceTree(List<DifferenceNode> nodes, Messages messages) {
        this.messages = messages;
        setId("differences");
        setAccessibleText(messages.text("compare.tree"));
        setShowRoot(false);
        setMinWidth(0);
        setCellFactory(_ -> new Cell());
        var root = new TreeItem<DifferenceNode>();
        boolean open = nodes.stream().mapToInt(node -> 1 + node.children().size()).sum() <= OPEN_AT_ONCE;
        nodes.forEach(node -> root.getChildren().add(item(node, open)));
        setRoot(root);
        if (!open) {
            root.getChildren().getFirst().setExpanded(true);
        }
    }

    private static TreeItem<DifferenceNode> item(DifferenceNode node, boolean open) {
        var item = new TreeItem<>(node);
        node.children().forEach(child -> item.getChildren().add(item(child, open)));
        item.setExpanded(open);
        return item;
    }

    private final class Cell extends TreeCell<DifferenceNode> {
        @Override
        protected void updateItem(DifferenceNode node, boolean empty) {
            super.updateItem(node, empty);
            setText("");
            if (empty || node == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText("");
                return;
            }
            setGraphic(line(node));
            setTooltip(node.detail().isEmpty() ? null : Hint.of(node.detail()));
            setAccessibleText(messages.text("compare.node", node.word(), node.title(), node.detail()));
        }

        private HBox line(DifferenceNode node) {
            var line = new HBox();
            line.getStyleClass().add("difference-line");
            if (!node.sign().isEmpty()) {
                line.getChildren().add(Labels.label(node.sign(), "mono", "sign", look(node.sign())));
            }
            if (!node.word().isEmpty()) {
                line.getChildren().add(Labels.label(node.word(), "muted"));
            }
            var title = Labels.label(node.title(), node.children().isEmpty() ? "plain" : "strong");
            line.getChildren().forEach(label -> ((Region) label).setMinWidth(USE_PREF_SIZE));
            var detail = Labels.label(node.detail().lines().findFirst().orElse(""), "muted", "small");
            detail.setMinWidth(0);
            title.setMinWidth(USE_PREF_SIZE);
            line.getChildren().addAll(title, detail);
            line.setPrefWidth(0);
            return line;
        }

        private static String look(String sign) {
            return switch (sign) {
                case "+" -> "sign-add";
                case "−" -> "sign-remove";
                default -> "sign-other";
            };
        }
    }
}
