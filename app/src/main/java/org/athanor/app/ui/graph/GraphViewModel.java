package org.athanor.app.ui.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.workspace.Survey;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// What the graph shows and which entry is selected. A refresh keeps the selection on its revision.
public final class GraphViewModel {
    private static final int NOTHING = -1;
    private static final int SHORTEST_RUN = 3;

    private final Profile profile;
    private final GraphWords words;
    private final GraphSearch search = new GraphSearch(this);
    private final Zoom zoom = new Zoom();
    private final ReadOnlyObjectWrapper<Optional<GraphContents>> contents = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<GraphRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> labels = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Pin>> elsewhere = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> label = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Entry>> selectedEntry = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<GraphRow>> selection = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final Set<RevisionId> folded = new HashSet<>();
    private Optional<WorkspaceState.Ready> ready = Optional.empty();
    private List<Pin> others = List.of();
    private Survey survey = Survey.NONE;

    public GraphViewModel(Profile profile, Messages messages) {
        this.profile = profile;
        this.words = new GraphWords(messages);
        selection.bind(selectedEntry.map(entry -> entry.flatMap(GraphViewModel::revision)));
        spoken.bind(Bindings.createStringBinding(this::spokenSelection, selectedEntry));
    }

    public void show(WorkspaceState state) {
        ready = state instanceof WorkspaceState.Ready r ? Optional.of(r) : Optional.empty();
        labels.set(ready.map(r -> List.copyOf(new TreeSet<>(r.project().graph().declaredLabels()))).orElse(List.of()));
        if (label.get().filter(wanted -> !labels.get().contains(wanted)).isPresent()) {
            label.set(Optional.empty());
        }
        rebuild();
    }

    /// Where other databases of the same project stand.
    public void showPins(List<Pin> pins) {
        others = List.copyOf(pins);
        rebuild();
    }

    /// What the scripts say; comes later than the graph itself.
    public void showSurvey(Survey next) {
        survey = next;
        rebuild();
    }

    private void rebuild() {
        var kept = selectedEntry.get().map(Entry::id);
        var next = ready.map(r -> new GraphContents(lanes(r), new Marks(r, profile, others, survey), folded));
        rows.set(next.map(GraphContents::rows).orElse(List.of()));
        elsewhere.set(next.map(c -> c.marks().elsewhere()).orElse(List.of()));
        contents.set(next);
        put(kept.flatMap(id -> next.map(c -> c.find(id))).orElse(NOTHING));
        search.refresh(survey);
    }

    private void put(int entry) {
        selected.set(entry);
        selectedEntry.set(contents.get().filter(c -> entry >= 0 && entry < c.size()).map(c -> c.entry(entry)));
    }

    private static Optional<GraphRow> revision(Entry entry) {
        return entry instanceof Entry.Shown(var row) ? Optional.of(row) : Optional.empty();
    }

    private Lanes lanes(WorkspaceState.Ready r) {
        var graph = r.project().graph();
        return label.get().map(wanted -> Lanes.of(graph, r.lanes().rows().stream().map(Lanes.Row::revision)
                .filter(revision -> graph.labels(revision).contains(wanted)).toList())).orElse(r.lanes());
    }

    public ReadOnlyObjectProperty<Optional<GraphContents>> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    /// Every revision on show, also those that are put away.
    public ReadOnlyObjectProperty<List<GraphRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The labels by which the graph can be filtered.
    public ReadOnlyObjectProperty<List<String>> labelsProperty() {
        return labels.getReadOnlyProperty();
    }

    /// Databases that stand on no row.
    public ReadOnlyObjectProperty<List<Pin>> elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    /// The one label that is shown; nothing for all.
    public ReadOnlyObjectProperty<Optional<String>> labelProperty() {
        return label.getReadOnlyProperty();
    }

    /// The number of the selected entry, or -1.
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Entry>> selectedEntryProperty() {
        return selectedEntry.getReadOnlyProperty();
    }

    /// The selected revision.
    public ReadOnlyObjectProperty<Optional<GraphRow>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /// The selected entry in words, for those who hear the window.
    public ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }

    /// The last thing that was done with the graph as a whole.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void tell(String sentence) {
        notice.set(sentence);
    }

    public GraphSearch search() {
        return search;
    }

    public Zoom zoom() {
        return zoom;
    }

    public void select(int entry) {
        int last = size() - 1;
        put(Math.clamp(entry, Math.min(0, last), Math.max(last, NOTHING)));
    }

    /// Selects a revision, and brings it back if it is put away.
    public void select(RevisionId id) {
        contents.get().filter(c -> c.find(id) >= 0).ifPresent(c -> {
            if (c.entry(c.find(id)) instanceof Entry.Folded run && folded.contains(id)) {
                unfold(run);
            }
            put(contents.get().map(now -> now.find(id)).orElse(NOTHING));
        });
    }

    /// Moves the selection down (positive) or up; the first move selects the first entry.
    public void move(int by) {
        select(selected.get() < 0 ? 0 : selected.get() + by);
    }

    public void selectFirst() {
        select(0);
    }

    public void selectLast() {
        select(size() - 1);
    }

    /// Moves to a parent: the first one, or the last one of a merge.
    public void toParent(boolean first) {
        follow(revision -> contents.get().map(c -> c.marks().graph().parents(revision)).orElse(List.of()), first);
    }

    /// Moves to a child: the first one, or the last one of a branch point.
    public void toChild(boolean first) {
        follow(revision -> contents.get().map(c -> c.marks().graph().children(revision)).orElse(List.of()), first);
    }

    private void follow(java.util.function.Function<Revision, List<Revision>> next, boolean first) {
        selection.get().map(GraphRow::revision).map(next).filter(found -> !found.isEmpty())
                .map(found -> first ? found.getFirst() : found.getLast()).ifPresent(r -> select(r.id()));
    }

    /// Selects a head; called again, the next one.
    public void jumpToHead() {
        jump(rows.get().stream().filter(GraphRow::head).map(row -> row.revision().id()).toList());
    }

    public void jumpToBase() {
        jump(rows.get().stream().filter(GraphRow::isBase).map(row -> row.revision().id()).toList());
    }

    /// Selects where the chosen database stands.
    public void jumpToCurrent() {
        jump(contents.get().map(c -> c.marks().current()).orElse(List.of()));
    }

    private void jump(List<RevisionId> places) {
        if (!places.isEmpty()) {
            int at = selectedEntry.get().map(entry -> places.indexOf(entry.id())).orElse(NOTHING);
            select(places.get((at + 1) % places.size()));
        }
    }

    /// Shows the revisions of one label alone, or all.
    public void filter(Optional<String> wanted) {
        if (!label.get().equals(wanted)) {
            label.set(wanted);
            rebuild();
        }
    }

    /// Puts away the linear run that a revision is part of.
    public void fold(RevisionId id) {
        contents.get().map(c -> c.run(id)).filter(run -> run.size() > 1).ifPresent(run -> {
            folded.addAll(run);
            rebuild();
        });
    }

    /// Whether a revision is part of a linear run that can be put away.
    public boolean isFoldable(RevisionId id) {
        return contents.get().filter(c -> c.run(id).size() > 1).isPresent();
    }

    public void unfold(Entry.Folded run) {
        run.rows().forEach(row -> folded.remove(row.revision().id()));
        rebuild();
    }

    /// Puts all linear runs away.
    public void foldAll() {
        contents.get().ifPresent(c -> folded.addAll(c.linear(SHORTEST_RUN)));
        rebuild();
    }

    public void unfoldAll() {
        folded.clear();
        rebuild();
    }

    /// What is told of an entry when the mouse rests on it, or when it is heard.
    public GraphWords words() {
        return words;
    }

    int size() {
        return contents.get().map(GraphContents::size).orElse(0);
    }

    private String spokenSelection() {
        return selectedEntry.get().flatMap(entry -> contents.get().map(c -> words.spoken(entry, selected.get(), c)))
                .orElseGet(words::nothing);
    }
}
