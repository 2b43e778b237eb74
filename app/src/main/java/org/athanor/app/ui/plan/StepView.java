package org.athanor.app.ui.plan;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.SqlArea;
import org.athanor.app.ui.revision.SqlText;
import org.athanor.engine.plan.Step;

/// One step as it will be sent: its exact SQL, the version table's part, and what may be lost.
final class StepView extends ScrollPane {
    private final Messages messages;
    private final PlanWords words;

    StepView(Messages messages, PlanWords words) {
        this.messages = messages;
        this.words = words;
        setFitToWidth(true);
    }

    void show(Optional<Step> step) {
        var content = new VBox();
        content.getStyleClass().add("step-content");
        step.ifPresent(s -> fill(content, s));
        setContent(content);
        setVvalue(0);
    }

    private void fill(VBox content, Step step) {
        step.hazards().forEach(hazard -> {
            var warning = Labels.paragraph(words.hazard(hazard), hazard.isDestructive()
                    ? "danger-text"
                    : "warning-text");
            warning.setGraphic(Icons.icon("fth-alert-triangle", "warning-icon"));
            content.getChildren().addAll(warning,
                    Labels.paragraph(messages.text("plan.safer", hazard.saferWay()), "muted", "small"));
        });
        step.doubt().ifPresent(problem -> content.getChildren().add(Labels.paragraph(problem.text(),
                step.obstacle().isPresent() ? "danger-text" : "warning-text")));
        var sql = new SqlArea(words.direction(step), messages);
        if (step.statements().isEmpty()) {
            sql.showSentence(messages.text("plan.no-statements"));
        } else {
            sql.showSql(SqlText.join(step.statements()));
        }
        var version = new SqlArea(messages.text("plan.version"), messages);
        version.showSql(SqlText.join(step.versionStatements()));
        content.getChildren().addAll(sql, version, Labels.paragraph(notes(step), "muted", "small"));
    }

    private String notes(Step step) {
        var outside = step.statements().stream().anyMatch(statement -> !statement.transactional());
        return Stream.of(words.changes(step), outside ? messages.text("plan.outside") : "")
                .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
