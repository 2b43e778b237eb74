package org.athanor.app.ui.palette;

import java.util.function.Consumer;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;

/// The palette: a field, and what fits. `close` puts it away and then does what was chosen.
public final class PaletteView extends VBox {
    private static final double WIDTH = 640;
    private static final double ROW = 32;
    private static final int ROWS = 12;
    /// As many letters as are never cut for the sake of the detail.
    private static final int NAME = 40;

    private final PaletteViewModel model;
    private final Consumer<Runnable> close;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();

    public PaletteView(PaletteViewModel model, Messages messages, Consumer<Runnable> close) {
        this.model = model;
        this.close = close;
        getStyleClass().add("palette");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        field.setId("palette");
        field.setPromptText(messages.text("palette.prompt"));
        field.setAccessibleText(messages.text("palette.prompt"));
        field.textProperty().subscribe(model::search);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS + 2);
        list.setFocusTraversable(false);
        list.setPlaceholder(Labels.label(messages.text("palette.nothing"), "muted"));
        list.setCellFactory(_ -> new Line());
        list.setOnMouseClicked(_ -> perform());
        model.foundProperty().subscribe(found -> {
            list.getItems().setAll(found);
            list.getSelectionModel().selectFirst();
        });
        getChildren().addAll(field, list);
    }

    /// Empties the field and asks the sources anew.
    public void open() {
        field.clear();
        model.open();
        field.requestFocus();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.DOWN -> list.getSelectionModel().selectNext();
            case KeyCode.UP -> list.getSelectionModel().selectPrevious();
            case KeyCode.ENTER -> perform();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS / 2));
        event.consume();
    }

    private void perform() {
        var entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && entry.whyNot().isEmpty()) {
            close.accept(entry.deed());
        }
    }

    /// Sort, title and detail, then the key, or why it can't be done.
    private static final class Line extends ListCell<PaletteEntry> {
        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText("");
            setGraphic(empty ? new Region() : line(entry));
            setAccessibleText(empty
                    ? ""
                    : "%s %s %s %s".formatted(entry.sort(), entry.title(), entry.detail(),
                            entry.whyNot()).strip());
            setDisable(!empty && !entry.whyNot().isEmpty());
        }

        private static HBox line(PaletteEntry entry) {
            var sort = Labels.label(entry.sort(), "small", "muted", "palette-sort");
            var title = Labels.label(entry.title());
            title.setMinWidth(entry.title().length() <= NAME ? USE_PREF_SIZE : 0);
            var detail = Labels.label(entry.whyNot().isEmpty() ? entry.detail() : entry.whyNot(), "muted", "small");
            detail.setMinWidth(0);
            detail.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(detail, Priority.ALWAYS);
            var key = Labels.label(entry.key(), "mono", "muted");
            key.setMinWidth(USE_PREF_SIZE);
            var line = new HBox(sort, title, detail, key);
            line.getStyleClass().add("palette-line");
            line.setPrefWidth(0);
            return line;
        }
    }
}
