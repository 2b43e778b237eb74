package org.athanor.app.ui.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.revision.RevisionId;

/// The rows of the graph and which one is selected. A refresh keeps the selection on its revision.
public final class GraphViewModel {
    private static final int NOTHING = -1;

    private final Profile profile;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<List<GraphRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper laneCount = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NOTHING);
    private final ReadOnlyObjectWrapper<Optional<GraphRow>> selection = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");

    public GraphViewModel(Profile profile, Messages messages) {
        this.profile = profile;
        this.messages = messages;
        selection.bind(Bindings.createObjectBinding(this::rowAtSelection, rows, selected));
        spoken.bind(Bindings.createStringBinding(this::spokenSelection, selection));
    }

    public void show(WorkspaceState state) {
        var kept = selection.get().map(row -> row.revision().id());
        var ready = state instanceof WorkspaceState.Ready r ? Optional.of(r) : Optional.<WorkspaceState.Ready>empty();
        laneCount.set(ready.map(r -> r.lanes().width()).orElse(0));
        rows.set(ready.map(r -> GraphRows.of(r, profile)).orElse(List.of()));
        selected.set(kept.map(this::find).orElse(NOTHING));
    }

    public ReadOnlyObjectProperty<List<GraphRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty laneCountProperty() {
        return laneCount.getReadOnlyProperty();
    }

    /// The number of the selected row, or -1.
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<GraphRow>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /// The selected row in words, for those who hear the window.
    public ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }

    public void select(int row) {
        int last = rows.get().size() - 1;
        selected.set(Math.clamp(row, Math.min(0, last), Math.max(last, NOTHING)));
    }

    public void select(RevisionId id) {
        select(find(id));
    }

    /// Moves the selection down (positive) or up; the first move selects the first row.
    public void move(int by) {
        select(selected.get() < 0 ? 0 : selected.get() + by);
    }

    public void selectFirst() {
        select(0);
    }

    public void selectLast() {
        select(rows.get().size() - 1);
    }

    private int find(RevisionId id) {
        var all = rows.get();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).revision().id().equals(id)) {
                return i;
            }
        }
        return NOTHING;
    }

    private Optional<GraphRow> rowAtSelection() {
        int at = selected.get();
        return at >= 0 && at < rows.get().size() ? Optional.of(rows.get().get(at)) : Optional.empty();
    }

    private String spokenSelection() {
        return selection.get().map(this::spoken).orElseGet(() -> messages.text("graph.spoken.nothing"));
    }

    private String spoken(GraphRow row) {
        var place = messages.text("graph.spoken.row", selected.get() + 1, rows.get().size(), row.revision(),
                row.revision().title(), messages.text(row.applied().messageKey()));
        var head = row.head() ? Stream.of(messages.text("graph.spoken.head")) : Stream.<String>empty();
        var labels = row.labels().stream().map(label -> messages.text("graph.spoken.label", label));
        var pin = row.pin().stream().map(p -> messages.text("graph.spoken.pin", p.name()));
        return Stream.of(Stream.of(place), head, labels, pin).flatMap(s -> s).collect(Collectors.joining(" "));
    }
}
