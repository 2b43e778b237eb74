package org.athanor.app.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.export.DifferenceWords;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.workspace.Compared;
import org.athanor.engine.compare.BothSides;
import org.athanor.engine.compare.SchemaDifference;

/// One line of the tree with all that is known of it: a difference as it is defined on both sides, line beside line.
final class SidesView extends VBox {
    private final Compared compared;
    private final Messages messages;

    SidesView(Compared compared, DifferenceNode node, Messages messages) {
        this.compared = compared;
        this.messages = messages;
        getStyleClass().add("sides-view");
        getChildren().add(Labels.paragraph(heading(node), "strong"));
        if (!(node.content() instanceof DifferenceNode.Content.OfDifference) && !node.detail().isEmpty()) {
            getChildren().add(Labels.paragraph(node.detail(), "muted"));
        }
        switch (node.content()) {
            case DifferenceNode.Content.Heading _ ->
                getChildren().add(Labels.paragraph(messages.text("compare.open-group"), "muted"));
            case DifferenceNode.Content.OfDifference(var difference) -> sides(difference);
            case DifferenceNode.Content.OfRename _ ->
                getChildren().add(Labels.paragraph(messages.text("compare.rename-help")));
            case DifferenceNode.Content.OfIgnored(var ignored) -> {
                getChildren().add(Labels.paragraph(messages.text("compare.ignored-by", ignored.rule().kind(),
                        ignored.rule().name())));
                sides(ignored.difference());
            }
            case DifferenceNode.Content.OfOutside _ ->
                getChildren().add(Labels.paragraph(messages.text("compare.outside-help")));
        }
    }

    private static String heading(DifferenceNode node) {
        return String.join(" ", List.of(node.sign(), node.word(), node.title())).strip();
    }

    private void sides(SchemaDifference difference) {
        var sides = BothSides.of(compared.comparison(), difference);
        var grid = new GridPane();
        grid.setId("sides");
        grid.getStyleClass().add("sides");
        grid.getColumnConstraints().setAll(half(), half());
        grid.addRow(0, name(compared.from(), sides, BothSides.Row::actual),
                name(compared.to(), sides, BothSides.Row::wanted));
        for (var row : sides.rows()) {
            grid.addRow(grid.getRowCount(), line(row, row.actual(), "−", "gone"),
                    line(row, row.wanted(), "+", "come"));
        }
        grid.setAccessibleRole(AccessibleRole.TEXT);
        grid.setAccessibleText(messages.text("compare.spoken", DifferenceWords.named(difference), compared.from(),
                text(sides, BothSides.Row::actual), compared.to(), text(sides, BothSides.Row::wanted)));
        getChildren().add(grid);
    }

    private static ColumnConstraints half() {
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }

    private HBox name(String title, BothSides sides, Function<BothSides.Row, Optional<String>> side) {
        var label = Labels.paragraph(title, "section");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var text = text(sides, side);
        var line = new HBox(label);
        line.getStyleClass().add("side-name");
        if (text.isEmpty()) {
            label.setText(messages.text("compare.not-there", title));
        } else {
            line.getChildren().add(CopyButton.of(messages.text("sql.copy", title), () -> text));
        }
        return line;
    }

    private static String text(BothSides sides, Function<BothSides.Row, Optional<String>> side) {
        return sides.rows().stream().flatMap(row -> side.apply(row).stream()).collect(Collectors.joining("\n"));
    }

    /// A line that differs has a sign and a ground.
    private static HBox line(BothSides.Row row, Optional<String> text, String sign, String look) {
        boolean marked = !row.isSame() && text.isPresent();
        var mark = Labels.label(marked ? sign : "", "mono", "side-sign");
        var label = Labels.paragraph(text.orElse(""), "mono");
        HBox.setHgrow(label, Priority.ALWAYS);
        var line = new HBox(mark, label);
        line.getStyleClass().add("side-line");
        if (marked) {
            line.getStyleClass().add(look);
        }
        return line;
    }
}
