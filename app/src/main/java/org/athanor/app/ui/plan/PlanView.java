package org.athanor.app.ui.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.profile.Environment;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.run.RunResult;

/// The drawer with the plan.
public final class PlanView extends BorderPane {
    private final PlanViewModel model;
    private final Messages messages;
    private final PlanWords words;
    private final ListView<Step> steps = new ListView<>();
    private final StepView step;
    private final SplitPane body;
    private final ProgressBar progress = new ProgressBar();
    private final Label progressText = Labels.label("", "plain");
    private final Label elapsed = Labels.label("", "muted", "mono");
    private final Timeline ticks = new Timeline();
    private Optional<Plan> shown = Optional.empty();

    public PlanView(PlanViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.words = new PlanWords(messages, model.profile());
        this.step = new StepView(messages, words);
        this.body = new SplitPane(steps, step);
        getStyleClass().add("plan");
        setMinHeight(0);
        steps.setId("steps");
        steps.setCellFactory(_ -> new StepCell(words));
        steps.getSelectionModel().selectedItemProperty()
                .subscribe(selected -> step.show(Optional.ofNullable(selected)));
        body.setDividerPositions(0.5);
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        ticks.setCycleCount(Animation.INDEFINITE);
        ticks.getKeyFrames().setAll(new KeyFrame(javafx.util.Duration.millis(200), _ -> tick()));
        model.stateProperty().subscribe(this::show);
    }

    private void show(PlanState state) {
        if (state instanceof PlanState.Running) {
            ticks.play();
        } else {
            ticks.stop();
        }
        switch (state) {
            case PlanState.Closed _ -> shown = Optional.empty();
            case PlanState.Planning _ -> layout(messages.text("plan.planning"), List.of(close("plan.cancel")),
                    new Placeholder("fth-loader", messages.text("plan.planning")));
            case PlanState.Refused(var problems) -> {
                var list = new ProblemList(messages);
                list.show(problems);
                layout(messages.text("plan.refused"), List.of(close("plan.close")), list);
            }
            case PlanState.Review(_, var plan, var nameToType) -> review(plan, nameToType);
            case PlanState.Running running -> running(running);
            case PlanState.Ended(var plan, var result) -> ended(plan, result);
        }
    }

    private void review(Plan plan, Optional<String> nameToType) {
        if (plan.isEmpty()) {
            layout(messages.text("plan.nothing"), List.of(close("plan.close")),
                    new Placeholder("fth-check", messages.text("plan.nothing")));
            return;
        }
        var cancel = close("plan.cancel");
        var run = new Button(words.run(plan), Icons.icon("fth-play", "on-accent"));
        run.setId("run");
        run.getStyleClass().add(model.profile().environment() == Environment.PRODUCTION ? "danger" : "accent");
        run.setDisable(!plan.isRunnable());
        run.setOnAction(_ -> model.run());
        show(plan);
        run.setMinWidth(USE_PREF_SIZE);
        var actions = new ArrayList<Node>(List.of(cancel, run));
        nameToType.ifPresent(name -> actions.addFirst(typedName(name, run, plan)));
        if (!plan.hazards().isEmpty()) {
            actions.addFirst(Icons.icon("fth-alert-triangle", "warning-icon"));
        }
        layout(words.title(plan), actions, plan.isRunnable() ? body : withObstacles(plan));
        cancel.requestFocus();
    }

    /// A field for the database's name: the plan runs once it is there.
    private TextField typedName(String name, Button run, Plan plan) {
        var field = new TextField();
        field.setId("typed-name");
        field.setPromptText(messages.text("plan.type-name", name));
        field.setAccessibleText(messages.text("plan.type-name", name));
        field.setPrefColumnCount(20);
        field.setMinWidth(USE_PREF_SIZE);
        run.disableProperty().bind(field.textProperty().map(text -> !plan.isRunnable() || !text.strip().equals(name)));
        run.setOnAction(_ -> model.run(Optional.of(field.getText().strip())));
        return field;
    }

    private void running(PlanState.Running running) {
        show(running.plan());
        progress.setProgress((running.number() - 1) / (double) running.plan().steps().size());
        progressText.setText(words.progress(running));
        tick();
        if (getCenter() instanceof VBox box && box.getChildren().contains(progress.getParent())) {
            return;
        }
        var stop = new Button(messages.text("plan.stop"), Icons.icon("fth-square"));
        stop.setId("stop");
        stop.setOnAction(_ -> model.stop());
        stop.disableProperty().bind(model.stateProperty()
                .map(s -> s instanceof PlanState.Running r && r.stopping()).orElse(false));
        var line = new HBox(progress, elapsed);
        line.getStyleClass().add("progress-line");
        var content = new VBox(progressText, line, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        content.getStyleClass().add("plan-body");
        layout(words.title(running.plan()), List.of(stop), content);
    }

    private void ended(Plan plan, RunResult result) {
        show(plan);
        var content = new VBox(resultLine(result));
        content.getStyleClass().add("plan-body");
        if (result instanceof RunResult.Failed failed) {
            var problems = new ProblemList(messages);
            problems.show(List.of(failed.problem()));
            steps.getSelectionModel().select(failed.step());
            Platform.runLater(() -> steps.scrollTo(failed.step())); // once the list has its new height
            content.getChildren().add(problems);
            if (!failed.partly().isEmpty()) {
                content.getChildren().add(Labels.paragraph(words.partly(failed.partly()), "warning-text"));
            }
        }
        VBox.setVgrow(body, Priority.ALWAYS);
        content.getChildren().add(body);
        var close = close("plan.close");
        layout(words.title(plan), List.of(close), content);
        close.requestFocus();
    }

    private Node resultLine(RunResult result) {
        var look = switch (result) {
            case RunResult.Completed _ -> List.of("fth-check-circle", "success");
            case RunResult.Stopped _ -> List.of("fth-pause-circle", "warning");
            case RunResult.Failed _ -> List.of("fth-x-circle", "danger");
        };
        var label = Labels.paragraph(words.result(result), "strong");
        label.setId("result");
        label.setGraphic(Icons.icon(look.getFirst(), look.getLast() + "-icon"));
        var line = new HBox(label);
        line.getStyleClass().addAll("result", look.getLast());
        return line;
    }

    private Node withObstacles(Plan plan) {
        var problems = new ProblemList(messages);
        problems.show(plan.obstacles());
        var content = new VBox(problems, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        return content;
    }

    private void layout(String title, List<Node> actions, Node content) {
        var heading = Labels.label(messages.text("plan.heading"), "section");
        heading.setMinWidth(USE_PREF_SIZE);
        var text = Labels.paragraph(title, "strong");
        text.setId("plan-title");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var bar = new HBox(heading, text);
        bar.getStyleClass().add("plan-bar");
        bar.getChildren().addAll(actions);
        setTop(bar);
        setCenter(content);
    }

    private Button close(String key) {
        var button = new Button(messages.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setId("close-plan");
        button.setOnAction(_ -> model.cancel());
        return button;
    }

    private void show(Plan plan) {
        if (shown.filter(plan::equals).isEmpty()) {
            shown = Optional.of(plan);
            steps.getItems().setAll(plan.steps());
            steps.getSelectionModel().selectFirst();
        }
    }

    private void tick() {
        if (model.stateProperty().get() instanceof PlanState.Running running) {
            var took = Duration.between(running.started(), model.clock().instant());
            elapsed.setText(messages.text("plan.elapsed", "%d:%02d".formatted(took.toMinutes(), took.toSecondsPart())));
        }
    }
}
