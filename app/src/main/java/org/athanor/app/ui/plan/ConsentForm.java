package org.athanor.app.ui.plan;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.workspace.Consent;

/// What has to be typed before a plan may run: the database's name, a reason, both or nothing.
final class ConsentForm extends HBox {
    private final Optional<TextField> name;
    private final Optional<TextField> reason;

    ConsentForm(PlanState.Review review, Messages messages) {
        getStyleClass().add("consent");
        name = review.nameToType().filter(_ -> review.forbidden().isEmpty())
                .map(wanted -> field("typed-name", messages.text("plan.type-name", wanted)));
        reason = review.objection().filter(_ -> review.forbidden().isEmpty())
                .map(_ -> field("reason", messages.text("plan.reason")));
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    Consent consent() {
        return new Consent(typed(name), typed(reason));
    }

    /// Tells of what is typed.
    void typing(Consumer<Consent> told) {
        fields().forEach(field -> field.textProperty().subscribe(_ -> told.accept(consent())));
    }

    private Stream<TextField> fields() {
        return Stream.of(name, reason).flatMap(Optional::stream);
    }

    /// Whether the review allows what is typed now.
    ObservableValue<Boolean> allowed(PlanState.Review review) {
        var fields = fields().map(TextField::textProperty).toArray(javafx.beans.Observable[]::new);
        return Bindings.createBooleanBinding(() -> review.allows(consent()), fields);
    }

    private TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(prompt);
        field.setPrefColumnCount(20);
        HBox.setHgrow(field, Priority.ALWAYS);
        var label = Labels.label(prompt);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        getChildren().addAll(label, field);
        return field;
    }

    private static Optional<String> typed(Optional<TextField> field) {
        return field.map(f -> f.getText().strip()).filter(text -> !text.isEmpty());
    }
}
