package org.athanor.app.ui.compare;

import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;

import org.athanor.app.export.ComparisonScript;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.ui.controls.SqlArea;
import org.athanor.app.workspace.Compared;

/// Two schemas over the whole window: what differs on the left, both sides of one difference on the right, and below them the
/// script that leads from the one to the other.
public final class CompareSheet {
    public static final String ID = "compare-view";

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 660;
    /// As many characters as are drawn at once.
    private static final int LONGEST_SCRIPT = 40_000;

    private final CompareViewModel model;
    private final Sheets sheets;
    private final Messages messages;
    private final SchemaField from;
    private final SchemaField to;
    private final Label summary = Labels.paragraph("", "strong");
    private final ProgressBar progress = new ProgressBar();
    private final ProblemList problems;
    private final StackPane body = new StackPane();
    private final StackPane right = new StackPane();
    private final Button compare;
    private final Button cancel;
    private final Button export;

    private CompareSheet(CompareViewModel model, Sheets sheets, Messages messages) {
        this.model = model;
        this.sheets = sheets;
        this.messages = messages;
        problems = new ProblemList(messages);
        from = new SchemaField("compare-from", messages.text("compare.from"), model.choices(), model.fromProperty(),
                model::compare, messages);
        to = new SchemaField("compare-to", messages.text("compare.to"), model.choices(), model.toProperty(),
                model::compare, messages);
        compare = Sheet.button("compare", messages.text("compare.compare"), model::compare, "accent");
        cancel = Sheet.button("cancel-compare", messages.text("compare.cancel"), model::cancel);
        export = Sheet.button("export-compare", messages.text("compare.export"), this::export);
    }

    public static void open(CompareViewModel model, Sheets sheets, Messages messages) {
        model.bringBack();
        new CompareSheet(model, sheets, messages).open();
    }

    private void open() {
        summary.setId("compare-summary");
        progress.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(body, Priority.ALWAYS);
        var told = Labels.label("", "muted");
        told.setId("compare-told");
        told.textProperty().bind(model.toldProperty());
        told.visibleProperty().bind(model.toldProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        var content = new VBox(bar(), progress, problems, summary, body, told);
        content.getStyleClass().add("sheet-body");
        content.setPrefHeight(HEIGHT);
        var copy = CopyButton.of(messages.text("plan.copy-command"), model::command);
        copy.setId("copy-compare");
        var close = Sheet.button("close-compare", messages.text("plan.close"), sheets::hide);
        var shown = Subscription.combine(model.stateProperty().subscribe(this::show), from.follow(), to.follow());
        sheets.show(new Sheet(messages.text("compare.title"), WIDTH, content, List.of(copy, export, cancel, close),
                from.list()).named(ID), shown::unsubscribe);
    }

    private Node bar() {
        var swap = Icons.button("fth-repeat", messages.text("compare.swap"), model::swap);
        swap.setId("swap-compare");
        compare.disableProperty().bind(Bindings.createBooleanBinding(
                () -> !model.fromProperty().get().isComplete() || !model.toProperty().get().isComplete()
                        || model.stateProperty().get() instanceof CompareState.Running,
                model.fromProperty(), model.toProperty(), model.stateProperty()));
        HBox.setHgrow(from, Priority.ALWAYS);
        HBox.setHgrow(to, Priority.ALWAYS);
        var bar = new HBox(label("compare.from", from), from, swap, label("compare.to", to), to, compare);
        bar.getStyleClass().add("journal-line");
        return bar;
    }

    private Label label(String key, SchemaField field) {
        var label = Labels.label(messages.text(key), "muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setLabelFor(field.list());
        return label;
    }

    private void show(CompareState state) {
        boolean running = state instanceof CompareState.Running;
        cancel.setDisable(!running);
        export.setDisable(!(state instanceof CompareState.Done));
        progress.setVisible(running);
        progress.setManaged(running);
        switch (state) {
            case CompareState.Choosing _ -> say(messages.text("compare.choosing"), "fth-columns");
            case CompareState.Running(var step, var of) -> {
                progress.setProgress(of == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) step / of);
                say(of == 0 ? messages.text("compare.reading") : messages.text("compare.step", step, of),
                        "fth-columns");
            }
            case CompareState.Cancelled _ -> say(messages.text("compare.cancelled"), "fth-columns");
            case CompareState.Refused(var why) -> {
                say(messages.text("compare.refused"), "fth-columns");
                problems.show(why);
            }
            case CompareState.Done done -> done(done);
        }
    }

    private void say(String sentence, String icon) {
        problems.show(List.of());
        summarize("");
        body.getChildren().setAll(new Placeholder(icon, sentence));
    }

    private void summarize(String sentence) {
        summary.setText(sentence);
        summary.setVisible(!sentence.isEmpty());
        summary.setManaged(!sentence.isEmpty());
    }

    private void done(CompareState.Done done) {
        var compared = done.compared();
        var comparison = compared.comparison();
        problems.show(done.script().problem().stream().toList());
        var equal = messages.text("compare.equal", compared.from(), compared.to());
        if (done.nodes().isEmpty()) {
            summarize("");
            body.getChildren().setAll(new Placeholder("fth-check-circle", equal));
            return;
        }
        summarize(comparison.isEmpty()
                ? equal
                : messages.text("compare.differences", comparison.differences().size(), compared.from(),
                        compared.to()));
        var tree = new DifferenceTree(done.nodes(), messages);
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> showSides(compared, Optional.ofNullable(item)
                .map(TreeItem::getValue)));
        var upper = new SplitPane(tree, right);
        upper.setDividerPositions(0.4);
        upper.getStyleClass().add("columns");
        body.getChildren().setAll(comparison.isEmpty() ? upper : withScript(upper, done.script(), compared));
        select(tree);
    }

    private SplitPane withScript(SplitPane upper, ComparisonScript script, Compared compared) {
        var both = new SplitPane(upper, script(script, compared));
        both.setOrientation(Orientation.VERTICAL);
        both.setDividerPositions(0.6);
        return both;
    }

    /// The first difference is on show at once.
    private static void select(TreeView<DifferenceNode> tree) {
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            if (tree.getTreeItem(row).isLeaf()) {
                tree.getSelectionModel().select(row);
                return;
            }
        }
    }

    private void showSides(Compared compared, Optional<DifferenceNode> chosen) {
        if (chosen.isEmpty()) {
            right.getChildren().setAll(new Placeholder("fth-list", messages.text("compare.choose")));
            return;
        }
        right.getChildren().setAll(scrolling(new SidesView(compared, chosen.get(), messages)));
    }

    private Node script(ComparisonScript script, Compared compared) {
        var area = new SqlArea(messages.text("compare.script", compared.from(), compared.to()), messages);
        if (script.statements().isEmpty()) {
            area.showSentence(messages.text("compare.no-script"));
        } else {
            area.showBeginning(script.sql(), LONGEST_SCRIPT, messages.text("compare.more"));
        }
        var box = new VBox();
        box.getStyleClass().add("compare-script");
        script.warnings().forEach(warning -> {
            var line = Labels.paragraph(messages.text("compare.warning", warning), "warning-text");
            line.setGraphic(Icons.icon("fth-alert-triangle", "warning-icon"));
            box.getChildren().add(line);
        });
        box.getChildren().add(area);
        return scrolling(box);
    }

    private static ScrollPane scrolling(Node node) {
        var scroll = new ScrollPane(node);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private void export() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.text("compare.export"));
        chooser.setInitialFileName("comparison.html");
        Optional.ofNullable(chooser.showSaveDialog(sheets.node().getScene().getWindow()))
                .ifPresent(file -> model.export(file.toPath(), problems::show));
    }
}
