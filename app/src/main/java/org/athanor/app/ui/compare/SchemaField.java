package org.athanor.app.ui.compare;

import java.util.List;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.util.Subscription;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.workspace.SchemaChoice;

/// Where one side of a comparison comes from: a list, and a field where something is to be named.
final class SchemaField extends HBox {
    private final ObjectProperty<SchemaChoice> chosen;
    private final Messages messages;
    private final ComboBox<SchemaChoice> list = new ComboBox<>();
    private final TextField name = new TextField();
    private boolean following;

    SchemaField(String id, String meaning, List<SchemaChoice> choices, ObjectProperty<SchemaChoice> chosen,
            Runnable compare, Messages messages) {
        this.chosen = chosen;
        this.messages = messages;
        getStyleClass().add("schema-field");
        list.setId(id);
        list.setAccessibleText(meaning);
        list.setCellFactory(_ -> new ChoiceCell());
        list.setButtonCell(new ChoiceCell());
        list.getItems().setAll(choices);
        list.setMinWidth(0);
        name.setId(id + "-name");
        name.setAccessibleText(messages.text("compare.name", meaning));
        name.setOnAction(_ -> compare.run());
        HBox.setHgrow(name, Priority.ALWAYS);
        var browse = Icons.button("fth-folder", messages.text("compare.browse"), this::browse);
        browse.setId(id + "-browse");
        getChildren().setAll(list, name, browse);
        list.setOnAction(_ -> wish());
        name.textProperty().subscribe(_ -> wish());
        list.valueProperty().subscribe(choice -> {
            name.setVisible(choice instanceof SchemaChoice.AtRevision || choice instanceof SchemaChoice.OfFile);
            name.setManaged(name.isVisible());
            name.setPromptText(choice instanceof SchemaChoice.OfFile
                    ? messages.text("compare.file-prompt")
                    : messages.text("compare.revision-prompt"));
            browse.setVisible(choice instanceof SchemaChoice.OfFile);
            browse.setManaged(browse.isVisible());
        });
    }

    ComboBox<SchemaChoice> list() {
        return list;
    }

    /// Shows what is chosen, until it is unsubscribed.
    Subscription follow() {
        return chosen.subscribe(this::show);
    }

    private void show(SchemaChoice choice) {
        following = true;
        list.setValue(bare(choice));
        if (!name(choice).equals(name.getText())) {
            name.setText(name(choice));
        }
        following = false;
    }

    private void wish() {
        if (!following && list.getValue() != null) {
            chosen.set(named(list.getValue(), name.getText()));
        }
    }

    /// As it stands in the list.
    private static SchemaChoice bare(SchemaChoice choice) {
        return named(choice, "");
    }

    private static SchemaChoice named(SchemaChoice choice, String text) {
        return switch (choice) {
            case SchemaChoice.AtRevision _ -> new SchemaChoice.AtRevision(text);
            case SchemaChoice.OfFile _ -> new SchemaChoice.OfFile(text);
            case SchemaChoice.ThisDatabase _,SchemaChoice.OwnRevision _,SchemaChoice.ProjectTarget _,SchemaChoice.OfProfile _ ->
                choice;
        };
    }

    private static String name(SchemaChoice choice) {
        return switch (choice) {
            case SchemaChoice.AtRevision(var text) -> text;
            case SchemaChoice.OfFile(var text) -> text;
            case SchemaChoice.ThisDatabase _,SchemaChoice.OwnRevision _,SchemaChoice.ProjectTarget _,SchemaChoice.OfProfile _ ->
                "";
        };
    }

    private void browse() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.text("compare.browse"));
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter(messages.text("compare.sql-files"), "*.sql", "*.ddl"),
                new FileChooser.ExtensionFilter(messages.text("compare.all-files"), "*"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .ifPresent(file -> name.setText(file.getPath()));
    }

    private String title(SchemaChoice choice) {
        return switch (choice) {
            case SchemaChoice.ThisDatabase _ -> messages.text("compare.choice.database");
            case SchemaChoice.OwnRevision _ -> messages.text("compare.choice.current");
            case SchemaChoice.ProjectTarget _ -> messages.text("compare.choice.target");
            case SchemaChoice.AtRevision _ -> messages.text("compare.choice.revision");
            case SchemaChoice.OfFile _ -> messages.text("compare.choice.file");
            case SchemaChoice.OfProfile(var profile) -> messages.text("compare.choice.profile", profile.name());
        };
    }

    private final class ChoiceCell extends ListCell<SchemaChoice> {
        @Override
        protected void updateItem(SchemaChoice item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : title(item));
        }
    }
}
