package org.athanor.app.ui.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;

/// A field for any name that the command line understands, and below it the names that begin as what was typed.
public final class TargetField extends VBox {
    private static final double ROW = 28;
    private static final int ROWS = 5;
    private static final int SUGGESTED = 50;

    private final RevisionGraph graph;
    private final TextField field = new TextField();

    public TargetField(RevisionGraph graph, String text, Messages messages) {
        this.graph = graph;
        getStyleClass().add("sheet-body");
        field.setId("target");
        field.setAccessibleText(messages.text("target.field"));
        field.setPromptText(messages.text("target.prompt"));
        getChildren().addAll(field, suggestions(messages));
        field.setText(text);
    }

    public TextField field() {
        return field;
    }

    public String typed() {
        return field.getText().strip();
    }

    /// One of the names goes into the field by a click or with Enter.
    private ListView<Suggestion> suggestions(Messages messages) {
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
