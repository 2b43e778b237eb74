package org.athanor.app.ui.graph;

import java.util.Optional;

import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.graph.GraphCanvas.Drag;

/// The mouse on the graph: selecting, scrolling, zooming, resting on shapes, and carrying pins.
final class GraphMouse {
    private final GraphCanvas canvas;
    private final GraphViewModel model;
    private final GraphWishes wishes;
    private final RowMenu menu;
    private final ContextMenu more = new ContextMenu();
    private final Tooltip hint = Hint.of("");
    private Optional<Pin> grasped = Optional.empty();

    GraphMouse(GraphCanvas canvas, RowMenu menu, GraphWishes wishes) {
        this.canvas = canvas;
        this.model = canvas.model();
        this.menu = menu;
        this.wishes = wishes;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::rest);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> canvas.hover(GraphCanvas.NOWHERE));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::letGo);
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        more.hide();
        int entry = canvas.entryAt(event.getY());
        if (entry < 0) {
            return;
        }
        model.select(entry);
        var spot = canvas.spotAt(event.getX(), event.getY()).map(Spot::thing);
        grasped = spot.filter(Spot.OfPin.class::isInstance).map(thing -> ((Spot.OfPin) thing).pin())
                .filter(Pin::movable);
        if (spot.isPresent() && spot.get() instanceof Spot.OfMore(var pins)) {
            more.getItems().setAll(pins.stream().map(pin -> new MenuItem(model.words().pin(pin))).toList());
            more.show(canvas, event.getScreenX(), event.getScreenY());
        } else if (event.getButton() == MouseButton.PRIMARY
                && canvas.entryAtRow(entry).orElse(null) instanceof Entry.Folded run) {
            model.unfold(run);
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()
                && canvas.entryAtRow(canvas.entryAt(event.getY())).orElse(null) instanceof Entry.Shown(var row)) {
            wishes.reach(row);
        }
    }

    private void drag(MouseEvent event) {
        grasped.ifPresent(pin -> {
            canvas.setCursor(Cursor.CLOSED_HAND);
            canvas.hover(canvas.entryAt(event.getY()));
            canvas.drag(Optional.of(new Drag(pin, event.getX(), event.getY())));
        });
    }

    private void release(MouseEvent event) {
        var pin = grasped;
        letGo();
        pin.ifPresent(moved -> canvas.revisionAt(event.getY())
                .filter(revision -> event.getX() >= 0 && event.getX() <= canvas.getWidth())
                .filter(revision -> !moved.rows().contains(revision.id()))
                .ifPresent(revision -> wishes.pinDropped(moved, revision)));
    }

    private void letGo(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && grasped.isPresent()) {
            letGo();
            event.consume();
        }
    }

    private void letGo() {
        grasped = Optional.empty();
        canvas.setCursor(Cursor.DEFAULT);
        canvas.drag(Optional.empty());
    }

    private void rest(MouseEvent event) {
        canvas.hover(canvas.entryAt(event.getY()));
        var spot = canvas.spotAt(event.getX(), event.getY());
        boolean movable = spot.isPresent() && spot.get().thing() instanceof Spot.OfPin(var pin) && pin.movable();
        canvas.setCursor(movable ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        var text = spot.map(s -> switch (s.thing()) {
            case Spot.OfPin(var pin) -> model.words().pin(pin);
            case Spot.OfMore(var pins) -> model.words().pins(pins);
            case Spot.OfBadge(var badge) -> model.words().badge(badge);
        }).orElse("");
        if (!text.equals(hint.getText())) {
            hint.hide();
            hint.setText(text);
            if (text.isEmpty()) {
                Tooltip.uninstall(canvas, hint);
            } else {
                Tooltip.install(canvas, hint);
            }
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            if (event.getDeltaY() > 0) {
                model.zoom().in();
            } else if (event.getDeltaY() < 0) {
                model.zoom().out();
            }
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            canvas.scrollBy(0, -event.getDeltaY());
        } else {
            canvas.scrollBy(-event.getDeltaY(), -event.getDeltaX());
        }
        event.consume();
    }

    private void menu(ContextMenuEvent event) {
        model.selectionProperty().get()
                .ifPresent(row -> menu.show(row, canvas, event.getScreenX(), event.getScreenY()));
    }
}
