package org.athanor.app.ui.graph;

import javafx.scene.input.KeyEvent;

/// The keys of the graph: rows up and down, along parents and children, runs put away, larger and smaller.
final class GraphKeys {
    private final GraphViewModel model;
    private final GraphCanvas canvas;
    private final GraphWishes wishes;

    GraphKeys(GraphCanvas canvas, GraphWishes wishes) {
        this.wishes = wishes;
        this.model = canvas.model();
        this.canvas = canvas;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        if (event.isShortcutDown() ? zooms(event) : moves(event)) {
            event.consume();
        }
    }

    private boolean zooms(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> model.zoom().in();
            case MINUS, SUBTRACT -> model.zoom().out();
            case DIGIT0, NUMPAD0 -> model.zoom().reset();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean moves(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.move(-canvas.entriesOnPage());
            case PAGE_DOWN -> model.move(canvas.entriesOnPage());
            case HOME -> model.selectFirst();
            case END -> model.selectLast();
            case RIGHT -> model.toParent(!event.isShiftDown());
            case LEFT -> model.toChild(!event.isShiftDown());
            case SPACE -> fold();
            case ENTER -> model.selectionProperty().get().ifPresent(wishes::reach);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fold() {
        model.selectedEntryProperty().get().ifPresent(entry -> {
            switch (entry) {
                case Entry.Folded run -> model.unfold(run);
                case Entry.Shown(var row) -> model.fold(row.revision().id());
                case Entry.Ghost _ -> {
                }
            }
        });
    }
}
