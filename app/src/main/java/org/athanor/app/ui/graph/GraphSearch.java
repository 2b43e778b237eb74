package org.athanor.app.ui.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.athanor.app.ui.Background;
import org.athanor.app.workspace.Survey;

/// Finds revisions by id, message, label, or a table that their SQL names, in the background. What can be found is put
/// together when the first search asks for it.
public final class GraphSearch {
    private static final int NOWHERE = -1;

    private final GraphViewModel graph;
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper();
    private final Background background;
    private BitSet hits = new BitSet();
    private SearchTexts texts = new SearchTexts(List.of(), Survey.NONE);
    private boolean seeking;
    private Object turn = new Object();

    GraphSearch(GraphViewModel graph, Background background) {
        this.graph = graph;
        this.background = background;
    }

    public ReadOnlyStringProperty queryProperty() {
        return query.getReadOnlyProperty();
    }

    /// How many revisions are found.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Which of them is selected, from 1 on; 0 for none.
    public ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public boolean isHit(int row) {
        return hits.get(row);
    }

    /// Searches while it is typed, and goes to the first revision found from the selected one on.
    public void search(String text) {
        query.set(text.strip().toLowerCase(Locale.ROOT));
        seeking = true;
        find();
    }

    private void goToFirst() {
        seeking = false;
        if (!hits.isEmpty()) {
            int from = Math.max(0, selectedRow());
            go(hits.nextSetBit(from) >= 0 ? hits.nextSetBit(from) : hits.nextSetBit(0));
        }
    }

    public void next() {
        if (!hits.isEmpty()) {
            int below = hits.nextSetBit(selectedRow() + 1);
            go(below >= 0 ? below : hits.nextSetBit(0));
        }
    }

    public void previous() {
        if (!hits.isEmpty()) {
            int row = selectedRow();
            int above = row <= 0 ? NOWHERE : hits.previousSetBit(row - 1);
            go(above >= 0 ? above : hits.length() - 1);
        }
    }

    /// The graph has changed under the search, or more is known of its scripts.
    void refresh(Survey survey) {
        texts = new SearchTexts(graph.contentsProperty().get().map(c -> c.lanes().rows()).orElse(List.of()), survey);
        find();
    }

    /// A search that is under way while the graph changes still goes to what it finds.
    private void find() {
        var mine = new Object();
        turn = mine;
        var wanted = query.get();
        if (wanted.isEmpty()) {
            seeking = false;
            found(new BitSet());
            return;
        }
        var all = texts;
        background.run(() -> all.find(wanted), rows -> foundIfLast(mine, rows), _ -> {});
    }

    @SuppressWarnings("ReferenceEquality") // Each turn is its own.
    private void foundIfLast(Object mine, BitSet rows) {
        if (turn == mine) {
            found(rows);
            if (seeking) {
                goToFirst();
            } else {
                position.set(position(selectedRow()));
            }
        }
    }

    private void found(BitSet rows) {
        hits = rows;
        count.set(rows.cardinality());
        position.set(0);
    }

    private void go(int row) {
        graph.contentsProperty().get()
                .ifPresent(c -> graph.select(c.lanes().rows().get(row).revision().id()));
        position.set(position(row));
    }

    private int position(int row) {
        return row >= 0 && hits.get(row) ? hits.get(0, row + 1).cardinality() : 0;
    }

    private int selectedRow() {
        return graph.contentsProperty().get().filter(_ -> graph.selectedProperty().get() >= 0)
                .map(c -> c.firstRow(graph.selectedProperty().get())).orElse(NOWHERE);
    }
}
