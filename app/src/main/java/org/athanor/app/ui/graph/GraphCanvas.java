package org.athanor.app.ui.graph;

import java.util.List;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The graph on a canvas: rows of one height, so that the row under the mouse is a division away, and only those in
/// sight are painted.
final class GraphCanvas extends Region {
    static final double ROW_HEIGHT = 28;
    private static final int NOWHERE = -1;

    private final GraphViewModel model;
    private final Canvas canvas = new Canvas();
    private final ScrollBar scroll = new ScrollBar();
    private final Text plain = probe("graph-text");
    private final Text mono = probe("graph-mono");
    private final Text small = probe("graph-small");
    private final GraphStyle style = new GraphStyle(this, this::requestLayout);
    private int hovered = NOWHERE;

    GraphCanvas(GraphViewModel model, RowMenu menu) {
        this.model = model;
        getStyleClass().add("graph-canvas");
        getChildren().addAll(canvas, scroll, plain, mono, small);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.setUnitIncrement(ROW_HEIGHT);
        scroll.valueProperty().subscribe(_ -> requestLayout());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        accessibleTextProperty().bind(model.spokenProperty());
        focusedProperty().subscribe(_ -> requestLayout());
        model.rowsProperty().subscribe(_ -> requestLayout());
        model.selectedProperty().subscribe(_ -> reveal());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(rowAt(event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(NOWHERE));
        addEventHandler(ScrollEvent.SCROLL, event -> scrollTo(scroll.getValue() - event.getDeltaY()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> model.selectionProperty().get()
                .ifPresent(row -> menu.show(row, this, event.getScreenX(), event.getScreenY())));
    }

    GraphStyle style() {
        return style;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return GraphStyle.metaData();
    }

    @Override
    protected void layoutChildren() {
        double bar = scroll.prefWidth(-1);
        double content = model.rowsProperty().get().size() * ROW_HEIGHT;
        boolean scrolls = content > getHeight();
        scroll.setVisible(scrolls);
        scroll.setMax(Math.max(0, content - getHeight()));
        scroll.setValue(Math.clamp(scroll.getValue(), 0, scroll.getMax()));
        scroll.setVisibleAmount(scrolls ? scroll.getMax() * getHeight() / content : 0);
        scroll.setBlockIncrement(getHeight());
        scroll.resizeRelocate(getWidth() - bar, 0, bar, getHeight());
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint(scrolls ? getWidth() - bar : getWidth());
    }

    /// A node that is never seen and knows what the style sheet says about its font.
    private static Text probe(String styleClass) {
        var text = new Text();
        text.getStyleClass().add(styleClass);
        text.setManaged(false);
        text.setVisible(false);
        text.fontProperty().subscribe(() -> {
            if (text.getParent() instanceof GraphCanvas canvas) {
                canvas.requestLayout();
            }
        });
        return text;
    }

    private void paint(double width) {
        var rows = model.rowsProperty().get();
        var painter = new GraphPainter(canvas.getGraphicsContext2D(), style,
                new GraphFonts(plain.getFont(), mono.getFont(), small.getFont()), width, ROW_HEIGHT,
                model.laneCountProperty().get());
        painter.clear(getHeight());
        double offset = scroll.getValue();
        int first = (int) (offset / ROW_HEIGHT);
        int last = Math.min(rows.size() - 1, (int) ((offset + getHeight()) / ROW_HEIGHT));
        int selected = model.selectedProperty().get();
        for (int row = first; row <= last; row++) {
            painter.background(row * ROW_HEIGHT - offset, row == selected, row == hovered,
                    row == selected && isFocused());
        }
        for (int row = first; row <= last; row++) {
            painter.row(rows.get(row), row * ROW_HEIGHT - offset);
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        int row = rowAt(event.getY());
        if (row >= 0) {
            model.select(row);
        }
    }

    private void hover(int row) {
        if (hovered != row) {
            hovered = row;
            requestLayout();
        }
    }

    private int rowAt(double y) {
        int row = (int) ((y + scroll.getValue()) / ROW_HEIGHT);
        return row < model.rowsProperty().get().size() ? row : NOWHERE;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int page = Math.max(1, (int) (getHeight() / ROW_HEIGHT) - 1);
        switch (event.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.move(-page);
            case PAGE_DOWN -> model.move(page);
            case HOME -> model.selectFirst();
            case END -> model.selectLast();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Brings the selected row into sight.
    private void reveal() {
        int row = model.selectedProperty().get();
        if (row >= 0 && getHeight() > 0) {
            double top = row * ROW_HEIGHT;
            scrollTo(Math.clamp(scroll.getValue(), Math.min(top, top + ROW_HEIGHT - getHeight()),
                    Math.max(top, top + ROW_HEIGHT - getHeight())));
        }
        requestLayout();
    }

    private void scrollTo(double offset) {
        scroll.setValue(Math.clamp(offset, 0, scroll.getMax()));
    }
}
