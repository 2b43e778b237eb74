package org.athanor.app.ui.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.workspace.Wish;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;

/// Asks where the database shall go, or where it stands: any name that the command line understands.
public final class TargetSheet {
    private static final double WIDTH = 520;
    private static final double ROW = 28;
    private static final int ROWS = 5;
    private static final int SUGGESTED = 50;

    private final RevisionGraph graph;
    private final Messages messages;
    private final Sheets sheets;
    private final Consumer<Wish> wish;
    private final TextField field = new TextField();

    public TargetSheet(RevisionGraph graph, Messages messages, Sheets sheets, Consumer<Wish> wish) {
        this.graph = graph;
        this.messages = messages;
        this.sheets = sheets;
        this.wish = wish;
    }

    public void goTo() {
        field.setText(Target.HEAD);
        show("target.go", "target.go-help", () -> new Wish.GoTo(typed()), List.of());
    }

    /// `suggested` is what stands in the field to begin with.
    public void stamp(String suggested) {
        field.setText(suggested);
        var purge = new CheckBox(messages.text("target.purge"));
        purge.setId("purge");
        show("target.stamp", "target.stamp-help",
                () -> new Wish.Stamp(List.of(typed().split("\\s+", -1)), purge.isSelected()), List.of(purge));
    }

    private void show(String title, String help, Supplier<Wish> wanted, List<Node> more) {
        field.setId("target");
        field.setAccessibleText(messages.text("target.field"));
        field.setPromptText(messages.text("target.prompt"));
        var body = new VBox(Labels.paragraph(messages.text(help), "muted"), field, suggestions());
        body.getStyleClass().add("sheet-body");
        body.getChildren().addAll(more);
        Runnable ask = () -> {
            if (!typed().isEmpty()) {
                var asked = wanted.get();
                sheets.hideThen(() -> wish.accept(asked));
            }
        };
        field.setOnAction(_ -> ask.run());
        var cancel = Sheet.button("cancel-target", messages.text("sheet.cancel"), sheets::hide);
        var plan = Sheet.button("show-plan", messages.text("target.show"), ask, "accent");
        plan.disableProperty().bind(field.textProperty().map(String::isBlank));
        sheets.show(new Sheet(messages.text(title), WIDTH, body, List.of(cancel, plan), field));
        field.selectAll();
    }

    /// Names that begin as what was typed; one of them goes into the field by a click or with Enter.
    private ListView<Suggestion> suggestions() {
        var list = new ListView<Suggestion>();
        list.setId("suggestions");
        list.setAccessibleText(messages.text("target.suggestions"));
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS + 2);
        list.setPlaceholder(Labels.label(messages.text("target.no-suggestion"), "muted"));
        Runnable take = () -> Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(chosen -> field.setText(chosen.name()));
        list.setOnMouseClicked(_ -> take.run());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take.run();
                field.requestFocus();
            }
        });
        field.textProperty().subscribe(text -> list.getItems().setAll(names(text.strip())));
        return list;
    }

    private String typed() {
        return field.getText().strip();
    }

    /// The fixed names, labels, and ids.
    private List<Suggestion> names(String typed) {
        var names = Stream.of(
                Stream.of(Target.HEAD, Target.HEADS, Target.BASE).map(name -> new Suggestion(name, "")),
                graph.declaredLabels().stream().map(label -> new Suggestion(label + "@head", "")),
                graph.newestFirst().stream().map(r -> new Suggestion(r.id().value(), r.title())));
        return names.flatMap(s -> s).filter(s -> s.name().startsWith(typed)).limit(SUGGESTED).toList();
    }

    private record Suggestion(String name, String title) {
        @Override
        public String toString() {
            return title.isEmpty() ? name : name + "  " + title;
        }
    }
}
