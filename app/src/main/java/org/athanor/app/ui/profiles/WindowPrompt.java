package org.athanor.app.ui.profiles;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.athanor.app.secret.Prompt;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.engine.database.Secret;

/// Asks for passwords in a small dialog. Called from a worker, which waits for the answer.
public final class WindowPrompt implements Prompt {
    private static final double WIDTH = 440;

    private final Supplier<Window> owner;
    private final Messages messages;
    private final Consumer<Region> dress;

    public WindowPrompt(Supplier<Window> owner, Messages messages, Consumer<Region> dress) {
        this.owner = owner;
        this.messages = messages;
        this.dress = dress;
    }

    @Override
    public Optional<Secret> ask(Question question) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("The window would wait for itself");
        }
        var answer = new CompletableFuture<Optional<Secret>>();
        Platform.runLater(() -> show(question, answer));
        return answer.join();
    }

    private void show(Question question, CompletableFuture<Optional<Secret>> answer) {
        var stage = new Stage();
        stage.initOwner(owner.get());
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title(question.kind()));
        var first = field("prompt-password", title(question.kind()));
        var second = field("prompt-again", messages.text("prompt.again"));
        var wrong = Labels.paragraph(messages.text("prompt.wrong"), "danger-text");
        wrong.setVisible(question.again());
        boolean twice = question.kind() == Kind.NEW_VAULT;
        var ok = new Button(twice ? messages.text("prompt.make-vault") : messages.text("prompt.unlock"));
        ok.setId("prompt-ok");
        ok.setDefaultButton(true);
        ok.getStyleClass().add("accent");
        ok.setOnAction(_ -> {
            if (twice && !first.getText().equals(second.getText())) {
                wrong.setText(messages.text("prompt.differ"));
                wrong.setVisible(true);
                return;
            }
            answer.complete(Optional.of(new Secret(first.getText())).filter(typed -> !typed.isEmpty()));
            stage.hide();
        });
        var cancel = new Button(messages.text("profile.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> stage.hide());
        var buttons = new HBox(cancel, ok);
        buttons.getStyleClass().addAll("buttons", "prompt-buttons");
        var root = new VBox(Labels.paragraph(text(question)), first);
        if (twice) {
            root.getChildren().add(second);
        }
        root.getChildren().addAll(wrong, buttons);
        root.getStyleClass().addAll("studio", "prompt");
        root.setPrefWidth(WIDTH);
        dress.accept(root);
        stage.setScene(new Scene(root));
        stage.setOnHidden(_ -> answer.complete(Optional.empty()));
        stage.show();
        first.requestFocus();
    }

    private String title(Kind kind) {
        return switch (kind) {
            case DATABASE -> messages.text("prompt.database");
            case VAULT -> messages.text("prompt.vault");
            case NEW_VAULT -> messages.text("prompt.new-vault");
            case SSH -> messages.text("prompt.ssh");
            case SSH_KEY -> messages.text("prompt.ssh-key");
        };
    }

    private String text(Question question) {
        var subject = question.subject();
        return switch (question.kind()) {
            case DATABASE -> messages.text("prompt.database-text", subject);
            case VAULT -> messages.text("prompt.vault-text", subject);
            case NEW_VAULT -> messages.text("prompt.new-vault-text", subject);
            case SSH -> messages.text("prompt.ssh-text", subject);
            case SSH_KEY -> messages.text("prompt.ssh-key-text", subject);
        };
    }

    private static PasswordField field(String id, String meaning) {
        var field = new PasswordField();
        field.setId(id);
        field.setPromptText(meaning);
        field.setAccessibleText(meaning);
        return field;
    }
}
