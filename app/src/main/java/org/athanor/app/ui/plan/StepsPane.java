package org.athanor.app.ui.plan;

import java.util.Optional;

import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;

import org.athanor.app.text.Messages;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;

/// The steps of a plan, and next to them the one that is selected.
final class StepsPane extends SplitPane {
    private final ListView<Step> steps = new ListView<>();
    private Optional<Plan> shown = Optional.empty();

    StepsPane(Messages messages, PlanWords words) {
        var step = new StepView(messages, words);
        steps.setId("steps");
        steps.setAccessibleText(messages.text("plan.steps"));
        steps.setCellFactory(_ -> new StepCell(words));
        steps.getSelectionModel().selectedItemProperty()
                .subscribe(selected -> step.show(Optional.ofNullable(selected)));
        getItems().addAll(steps, step);
        setDividerPositions(0.45);
    }

    /// Keeps the selection where the plan is the same.
    void show(Plan plan) {
        if (shown.filter(plan::equals).isEmpty()) {
            shown = Optional.of(plan);
            steps.getItems().setAll(plan.steps());
            steps.getSelectionModel().selectFirst();
        }
    }

    void select(Step step) {
        steps.getSelectionModel().select(step);
        Platform.runLater(() -> steps.scrollTo(step)); // once the list has its new height
    }

    void clear() {
        shown = Optional.empty();
    }
}
