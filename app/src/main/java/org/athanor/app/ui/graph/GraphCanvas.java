package org.athanor.app.ui.graph;

import java.util.List;
import java.util.Optional;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// The graph on one canvas: rows of one height, so that the row under the mouse is a division away, and only those in
/// sight are painted.
final class GraphCanvas extends Region {
    static final int NOWHERE = -1;
    private static final double SMALLEST_THUMB = 0.03;
    private static final int LANES_AT_ONCE = 4;

    private final GraphViewModel model;
    private final Canvas canvas = new Canvas();
    private final ScrollBar scroll = new ScrollBar();
    private final ScrollBar sideways = new ScrollBar();
    private final Text plain = probe("graph-text");
    private final Text mono = probe("graph-mono");
    private final Text small = probe("graph-small");
    private final GraphStyle style = new GraphStyle(this, this::requestLayout);
    private final TextFit fit = new TextFit();
    private Optional<Anchor> anchor = Optional.empty();
    private List<Spot> spots = List.of();
    private Optional<Drag> drag = Optional.empty();
    private int hovered = NOWHERE;

    /// The entry at the upper edge, and how much of it is hidden, so that a refresh leaves it where it is.
    private record Anchor(RevisionId id, double hidden) {}

    /// A pin on its way under the mouse.
    record Drag(Pin pin, double x, double y) {}

    GraphCanvas(GraphViewModel model) {
        this.model = model;
        getStyleClass().add("graph-canvas");
        getChildren().addAll(canvas, scroll, sideways, plain, mono, small);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().subscribe(_ -> {
            remember();
            requestLayout();
        });
        sideways.setUnitIncrement(16);
        sideways.valueProperty().subscribe(_ -> requestLayout());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        accessibleTextProperty().bind(model.spokenProperty());
        focusedProperty().subscribe(_ -> requestLayout());
        model.contentsProperty().subscribe(_ -> restore());
        model.zoom().factorProperty().subscribe(_ -> restore());
        model.search().countProperty().subscribe(_ -> requestLayout());
        model.selectedProperty().subscribe(_ -> reveal());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return GraphStyle.metaData();
    }

    GraphStyle style() {
        return style;
    }

    GraphViewModel model() {
        return model;
    }

    @Override
    protected void layoutChildren() {
        double bar = scroll.prefWidth(-1);
        double low = sideways.prefHeight(-1);
        double content = contentHeight();
        boolean wide = furthest() > 0;
        double seen = getHeight() - (wide ? low : 0);
        boolean scrolls = content > seen;
        scroll.setVisible(scrolls);
        scroll.setUnitIncrement(rowHeight());
        scroll.setBlockIncrement(seen);
        adjust(scroll, Math.max(0, content - seen), content == 0 ? 1 : seen / content);
        scroll.resizeRelocate(getWidth() - bar, 0, bar, seen);
        sideways.setVisible(wide);
        adjust(sideways, furthest(), geometry().column() / Math.max(1, geometry().column() + furthest()));
        sideways.setBlockIncrement(geometry().column());
        sideways.resizeRelocate(0, seen, geometry().right() + geometry().dot(), low);
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private static void adjust(ScrollBar bar, double max, double share) {
        bar.setMax(max);
        bar.setVisibleAmount(max * Math.clamp(share, SMALLEST_THUMB, 1));
        bar.setValue(Math.clamp(bar.getValue(), 0, max));
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

    void paint() {
        var fonts = new GraphFonts(plain.getFont(), mono.getFont(), small.getFont()).zoomed(zoom());
        var painter = new GraphPainter(canvas.getGraphicsContext2D(), style, fonts, fit, model.words(), geometry());
        var attention = new GraphPainter.Attention(model.selectedProperty().get(), hovered, isFocused(),
                model.search());
        painter.clear();
        spots = model.contentsProperty().get()
                .map(contents -> painter.paint(contents, scroll.getValue(), getHeight(), attention)).orElse(List.of());
        drag.ifPresent(d -> painter.dragged(d.pin(), d.x() + 12, d.y() + 8));
    }

    void hover(int entry) {
        if (hovered != entry) {
            hovered = entry;
            requestLayout();
        }
    }

    void drag(Optional<Drag> next) {
        drag = next;
        requestLayout();
    }

    int entryAt(double y) {
        int entry = (int) ((y + scroll.getValue()) / rowHeight());
        return y >= 0 && entry < model.size() ? entry : NOWHERE;
    }

    /// What can be pointed at there.
    Optional<Spot> spotAt(double x, double y) {
        return spots.stream().filter(spot -> spot.contains(x, y)).findFirst();
    }

    Optional<Entry> entryAtRow(int entry) {
        return entry < 0 ? Optional.empty() : model.contentsProperty().get().map(contents -> contents.entry(entry));
    }

    Optional<Revision> revisionAt(double y) {
        return entryAtRow(entryAt(y)).flatMap(
                entry -> entry instanceof Entry.Shown(var row) ? Optional.of(row.revision()) : Optional.empty());
    }

    void scrollBy(double down, double right) {
        scrollTo(scroll.getValue() + down);
        sideways.setValue(Math.clamp(sideways.getValue() + right, 0, sideways.getMax()));
    }

    int entriesOnPage() {
        return Math.max(1, (int) (getHeight() / rowHeight()) - 1);
    }

    /// Brings the selected entry into sight, and its dot: by as little as it takes, or to the middle from afar.
    private void reveal() {
        int entry = model.selectedProperty().get();
        if (entry >= 0 && getHeight() > 0) {
            double low = furthest() > 0 ? sideways.prefHeight(-1) : 0;
            double top = entry * rowHeight();
            scroll.setMax(Math.max(0, contentHeight() - getHeight() + low));
            double seen = getHeight() - low;
            double below = top - scroll.getValue();
            boolean near = below >= -2 * rowHeight() && below <= seen + rowHeight();
            double lowest = Math.min(top, top + rowHeight() - seen);
            scrollTo(near ? Math.clamp(scroll.getValue(), lowest, Math.max(top, lowest)) : top - seen / 2);
            entryAtRow(entry).ifPresent(this::revealLane);
        }
        requestLayout();
    }

    private void revealLane(Entry entry) {
        int lane = switch (entry) {
            case Entry.Shown(var row) -> row.row().lane();
            case Entry.Folded(var rows, _) -> rows.getFirst().lane();
            case Entry.Ghost _ -> 0;
        };
        double x = geometry().x(lane);
        if (!geometry().isVisible(x)) {
            sideways.setMax(furthest());
            sideways.setValue(Math.clamp(sideways.getValue() + x - (geometry().left() + geometry().column() / 2), 0,
                    furthest()));
        }
    }

    private void remember() {
        int entry = (int) (scroll.getValue() / rowHeight());
        anchor = scroll.getValue() == 0
                ? Optional.empty()
                : entryAtRow(Math.min(entry, model.size() - 1))
                        .map(e -> new Anchor(e.id(), scroll.getValue() / rowHeight() - entry));
    }

    private void restore() {
        var kept = anchor;
        scroll.setMax(Math.max(0, contentHeight() - getHeight()));
        kept.flatMap(a -> model.contentsProperty().get().map(c -> c.find(a.id())).filter(entry -> entry >= 0)
                .map(entry -> (entry + a.hidden()) * rowHeight())).ifPresent(this::scrollTo);
        requestLayout();
    }

    private void scrollTo(double offset) {
        scroll.setValue(Math.clamp(offset, 0, scroll.getMax()));
    }

    private Geometry geometry() {
        return Geometry.of(getWidth() - (scroll.isVisible() ? scroll.prefWidth(-1) : 0), zoom(), lanes(),
                sideways.getValue());
    }

    private double furthest() {
        return Geometry.furthest(getWidth() - scroll.prefWidth(-1), zoom(), lanes());
    }

    /// The lanes that are in sight, a few at a time, so that the words rarely move while one scrolls.
    private int lanes() {
        return model.contentsProperty().get()
                .map(contents -> Math.min(contents.lanes().width(), roundedUp(lanesInSight(contents)))).orElse(0);
    }

    private int lanesInSight(GraphContents contents) {
        int first = (int) (scroll.getValue() / rowHeight());
        int last = Math.min(model.size() - 1, (int) ((scroll.getValue() + getHeight()) / rowHeight()));
        return first > last || contents.rows().isEmpty()
                ? 0
                : contents.lanesBetween(contents.firstRow(first), contents.lastRow(last));
    }

    private static int roundedUp(int lanes) {
        return (lanes + LANES_AT_ONCE - 1) / LANES_AT_ONCE * LANES_AT_ONCE;
    }

    private double contentHeight() {
        return model.size() * rowHeight();
    }

    private double rowHeight() {
        return Geometry.ROW_HEIGHT * zoom();
    }

    private double zoom() {
        return model.zoom().factorProperty().get();
    }
}
