package org.athanor.app.ui.plan;

import java.util.Locale;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Labels;

/// The log of a run, which stays at its end while lines come.
final class LogView extends BorderPane {
    private static final double ROW = 22;

    LogView(RunLog log, Messages messages) {
        var lines = log.lines();
        var list = new ListView<>(lines);
        list.setId("log");
        list.setAccessibleText(messages.text("log.heading"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Line());
        list.setPlaceholder(Labels.label(messages.text("log.empty"), "muted"));
        lines.addListener((ListChangeListener<LogLine>) _ -> list.scrollTo(lines.size() - 1));
        var heading = Labels.label(messages.text("log.heading"), "section");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var bar = new HBox(heading, CopyButton.of(messages.text("log.copy"), log::text));
        bar.getStyleClass().add("sql-heading");
        getStyleClass().add("log");
        setTop(bar);
        setCenter(list);
        setMinHeight(0);
    }

    private static final class Line extends ListCell<LogLine> {
        @Override
        protected void updateItem(LogLine line, boolean empty) {
            super.updateItem(line, empty);
            setText("");
            setGraphic(empty ? new Region() : line(line));
            setAccessibleText(empty ? "" : line.text());
        }

        private static HBox line(LogLine line) {
            var time = Labels.label(line.time(), "mono", "muted");
            time.setMinWidth(USE_PREF_SIZE);
            var text = Labels.label(line.text(), "log-text", "log-" + line.kind().name().toLowerCase(Locale.ROOT));
            text.setMinWidth(0);
            var box = new HBox(time, text);
            box.getStyleClass().add("log-line");
            box.setPrefWidth(0);
            return box;
        }
    }
}
