package org.athanor.app.ui.profiles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;

/// What a first run sees: three ways to begin.
public final class WelcomeView extends VBox {
    private static final double BUTTON_WIDTH = 360;

    private final Messages messages;

    /// `sample`, `project` and `profile` are what the buttons do.
    public WelcomeView(Messages messages, Runnable sample, Runnable project, Runnable profile) {
        this.messages = messages;
        getStyleClass().addAll("studio", "welcome");
        setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.icon("fth-git-merge", "placeholder-icon"),
                Labels.label(messages.text("welcome.title"), "title", "centred"),
                Labels.paragraph(messages.text("welcome.text"), "muted", "centred"),
                button("welcome-sample", "welcome.sample", "welcome.sample-hint", "fth-play", sample),
                button("welcome-project", "welcome.project", "welcome.project-hint", "fth-folder", project),
                button("welcome-profile", "welcome.profile", "welcome.profile-hint", "fth-database", profile));
    }

    private VBox button(String id, String key, String hintKey, String icon, Runnable deed) {
        var button = new Button(messages.text(key), Icons.icon(icon));
        button.setId(id);
        button.setPrefWidth(BUTTON_WIDTH);
        button.setOnAction(_ -> deed.run());
        var box = new VBox(button, Labels.label(messages.text(hintKey), "muted", "small"));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("welcome-choice");
        return box;
    }
}
