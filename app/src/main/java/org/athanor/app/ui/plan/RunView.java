package org.athanor.app.ui.plan;

import java.time.Duration;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;

/// A run under way: how far it is, since when, who is in the way, and its log.
final class RunView extends VBox {
    private final PlanViewModel model;
    private final Messages messages;
    private final PlanWords words;
    private final ProgressBar progress = new ProgressBar();
    private final Label step = Labels.label("", "plain");
    private final Label elapsed = Labels.label("", "muted", "mono");
    private final Label blocked = Labels.paragraph("", "warning-text");
    private final Timeline ticks = new Timeline();

    RunView(PlanViewModel model, Messages messages, PlanWords words) {
        this.model = model;
        this.messages = messages;
        this.words = words;
        getStyleClass().add("plan-body");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        blocked.setId("blocked");
        blocked.setGraphic(Icons.icon("fth-lock", "warning-icon"));
        var line = new HBox(progress, elapsed);
        line.getStyleClass().add("progress-line");
        var log = new LogView(model.log(), messages);
        VBox.setVgrow(log, Priority.ALWAYS);
        getChildren().addAll(step, line, blocked, log);
        ticks.setCycleCount(Animation.INDEFINITE);
        ticks.getKeyFrames().setAll(new KeyFrame(javafx.util.Duration.millis(200), _ -> tick()));
    }

    void show(PlanState.Running running) {
        progress.setProgress(words.share(running));
        step.setText(words.progress(running));
        blocked.setText(running.blockers().isEmpty()
                ? ""
                : messages.text("plan.blocked", RunLog.names(running.blockers())));
        blocked.setVisible(!running.blockers().isEmpty());
        blocked.setManaged(blocked.isVisible());
        tick();
        ticks.play();
    }

    void end() {
        ticks.stop();
    }

    private void tick() {
        if (model.stateProperty().get() instanceof PlanState.Running running) {
            var took = Duration.between(running.started(), model.clock().instant());
            elapsed.setText(messages.text("plan.elapsed", "%d:%02d".formatted(took.toMinutes(), took.toSecondsPart())));
        }
    }
}
