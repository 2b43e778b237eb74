package org.athanor.app.ui.profiles;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.EnvironmentBadge;
import org.athanor.app.ui.controls.Labels;

/// The left column: the profiles, each with its environment and where it stands.
public final class ProfilesView extends VBox {
    private final Messages messages;
    private final ListView<ProfilesViewModel.Entry> list = new ListView<>();

    public ProfilesView(ProfilesViewModel model, Messages messages) {
        this.messages = messages;
        getStyleClass().add("profiles");
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText(messages.text("profiles.heading"));
        VBox.setVgrow(list, Priority.ALWAYS);
        var heading = Labels.label(messages.text("profiles.heading"), "section");
        getChildren().addAll(heading, list);
        model.entriesProperty().subscribe(entries -> {
            list.getItems().setAll(entries);
            list.getSelectionModel().selectFirst();
        });
    }

    public void focus() {
        list.requestFocus();
    }

    private final class Cell extends ListCell<ProfilesViewModel.Entry> {
        @Override
        protected void updateItem(ProfilesViewModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText("");
            setGraphic(empty ? new Region() : content(entry));
            setAccessibleText(empty ? "" : spoken(entry));
        }

        private VBox content(ProfilesViewModel.Entry entry) {
            var name = Labels.label(entry.profile().name(), "strong");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var line = new HBox(name, gap, EnvironmentBadge.of(entry.profile().environment(), messages));
            line.getStyleClass().add("profile-line");
            var standing = Labels.paragraph(entry.standing(), "muted", "standing");
            var box = new VBox(line, standing);
            box.setPrefWidth(0);
            box.getStyleClass().add("profile");
            return box;
        }

        private String spoken(ProfilesViewModel.Entry entry) {
            return messages.text("profiles.spoken", entry.profile().name(),
                    messages.text(entry.profile().environment().messageKey()), entry.standing());
        }
    }
}
