package org.athanor.app.ui.plan;

import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.engine.plan.Step;

/// One step in the list: number, id, title, and what to watch out for.
final class StepCell extends ListCell<Step> {
    private static final int SHORT_ID = 8;

    private final PlanWords words;

    StepCell(PlanWords words) {
        this.words = words;
        getStyleClass().add("step");
    }

    @Override
    protected void updateItem(Step step, boolean empty) {
        super.updateItem(step, empty);
        setText("");
        setGraphic(empty ? new Region() : line(step));
        setAccessibleText(empty ? "" : words.direction(step));
        setTooltip(empty ? null : Hint.of(words.direction(step)));
    }

    private HBox line(Step step) {
        var number = Labels.label(String.valueOf(getIndex() + 1), "muted", "step-number");
        var id = step.name();
        var title = Labels.label(step.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        var shortId = Labels.label(id.substring(0, Math.min(SHORT_ID, id.length())), "mono", "muted");
        var kind = Labels.label(words.kind(step), "small", "muted");
        shortId.setMinWidth(USE_PREF_SIZE);
        kind.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(number, shortId, title);
        line.getStyleClass().add("step-line");
        line.setMinWidth(0);
        line.setPrefWidth(0);
        if (!step.hazards().isEmpty()) {
            line.getChildren().add(Icons.icon("fth-alert-triangle", "warning-icon"));
        }
        line.getChildren().add(kind);
        return line;
    }
}
