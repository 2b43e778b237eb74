package org.athanor.app.ui.profiles;

import java.util.Optional;
import java.util.function.Consumer;

import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.ProblemList;

/// The dialog in which a profile is made or changed, tried and saved.
public final class ProfileDialog extends Stage {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 720;
    /// What a screen needs besides a dialog: its title, and a bar or two.
    private static final double FRAME = 64;

    private final ProfileDialogModel model;
    private final Messages messages;
    private final PasswordField password = new PasswordField();
    private final VBox outcome = new VBox();

    /// `dress` gives the dialog the window's sheets and theme.
    public ProfileDialog(Window owner, ProfileDialogModel model, Messages messages, Consumer<Region> dress) {
        this.model = model;
        this.messages = messages;
        initOwner(owner);
        initModality(Modality.WINDOW_MODAL);
        setTitle(model.isNew() ? messages.text("profile.new") : messages.text("profile.edit"));
        var draft = new ProfileFields(model.draft(), password, messages);
        draft.addEventFilter(KeyEvent.KEY_TYPED, typed -> {
            if (!typed.getCharacter().isBlank()) {
                model.edited();
            }
        });
        draft.addEventFilter(ActionEvent.ACTION, _ -> model.edited());
        var fields = new VBox(importing(), draft);
        fields.getStyleClass().add("profile-form-content");
        var form = new ScrollPane(fields);
        form.setFitToWidth(true);
        form.getStyleClass().add("profile-form");
        outcome.getStyleClass().add("outcome");
        var root = new BorderPane(form);
        root.setBottom(new VBox(outcome, buttons()));
        root.getStyleClass().addAll("studio", "profile-dialog");
        dress.accept(root);
        setScene(new Scene(root, WIDTH, Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight() - FRAME)));
        setMinWidth(WIDTH * 3 / 4);
        setMinHeight(HEIGHT / 2);
        model.stateProperty().subscribe(state -> show(state));
        setOnHidden(_ -> model.close());
    }

    private HBox importing() {
        var url = new TextField();
        url.setId("import-url");
        url.setPromptText(messages.text("profile.url-prompt"));
        url.setAccessibleText(messages.text("profile.url-prompt"));
        HBox.setHgrow(url, Priority.ALWAYS);
        var take = new Button(messages.text("profile.url-take"));
        take.setId("import");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(_ -> {
            model.take(url.getText()).ifPresent(secret -> password.setText(new String(secret.characters())));
            url.clear();
        });
        url.setOnAction(_ -> take.fire());
        var line = new HBox(url, take);
        line.getStyleClass().add("import");
        return line;
    }

    private HBox buttons() {
        var test = new Button(messages.text("profile.test"), Icons.icon("fth-activity"));
        test.setId("test");
        test.setOnAction(_ -> model.test(typed()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var cancel = new Button(messages.text("profile.cancel"));
        cancel.setId("cancel-profile");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> cancel());
        var save = new Button(messages.text("profile.save"));
        save.setId("save-profile");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(_ -> model.save(typed()));
        model.stateProperty().subscribe(state -> {
            boolean busy = state instanceof ProfileDialogModel.State.Busy;
            test.setDisable(busy);
            save.setDisable(busy);
        });
        var line = new HBox(test, gap, cancel, save);
        line.getStyleClass().add("buttons");
        return line;
    }

    /// The first time it gives up what is under way, then the dialog.
    private void cancel() {
        if (model.stateProperty().get() instanceof ProfileDialogModel.State.Busy) {
            model.cancel();
        } else {
            hide();
        }
    }

    private Optional<char[]> typed() {
        return Optional.of(password.getText()).filter(text -> !text.isEmpty()).map(String::toCharArray);
    }

    private void show(ProfileDialogModel.State state) {
        outcome.getChildren().clear();
        switch (state) {
            case ProfileDialogModel.State.Editing _ -> {
                // Nothing to say yet.
            }
            case ProfileDialogModel.State.Busy(var what) -> {
                var progress = new ProgressIndicator();
                progress.setPrefSize(16, 16);
                var line = new HBox(progress, Labels.label(what, "muted"));
                line.setAlignment(Pos.CENTER_LEFT);
                line.getStyleClass().add("import");
                outcome.getChildren().add(line);
            }
            case ProfileDialogModel.State.Said(var sentence) -> {
                var line = Labels.paragraph(sentence, "strong");
                line.setGraphic(Icons.icon("fth-check-circle", "success-icon"));
                outcome.getChildren().add(line);
            }
            case ProfileDialogModel.State.Refused(var problems) -> {
                var list = new ProblemList(messages);
                list.show(problems);
                outcome.getChildren().add(list);
            }
            case ProfileDialogModel.State.Saved _ -> hide();
        }
        outcome.setId("outcome");
    }
}
