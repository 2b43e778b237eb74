package org.athanor.app.ui.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.workspace.CommandText;
import org.athanor.app.workspace.Survey;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// What the graph shows and which entry is selected. A refresh keeps the selection on its revision.
public final class GraphViewModel {
    private static final Logger LOG = Logger.getLogger(GraphViewModel.class.getName());
    private static final int NOTHING = -1;
    private static final int SHORTEST_RUN = 3;

    private final Profile profile;
    private final Background background;
    private final GraphWords words;
    private final GraphSearch search;
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
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper();
    private final Set<RevisionId> folded = new HashSet<>();
    private Optional<RevisionId> toSelect = Optional.empty();
    private Optional<Consumer<GraphContents>> restoring = Optional.empty();
    private Object turn = new Object();
    private Optional<WorkspaceState.Ready> ready = Optional.empty();
    private List<Pin> others = List.of();
    private Survey survey = Survey.NONE;

    /// What takes longer the more revisions there are is done in the background: `background` waits for nothing else.
    public GraphViewModel(Profile profile, Messages messages, Background background) {
        this.profile = profile;
        this.background = background;
        this.words = new GraphWords(messages);
        this.search = new GraphSearch(this, background);
        selection.bind(selectedEntry.map(entry -> entry.flatMap(GraphViewModel::revision)));
        spoken.bind(Bindings.createStringBinding(this::spokenSelection, selectedEntry));
    }

    public void show(WorkspaceState state) {
        ready = state instanceof WorkspaceState.Ready r ? Optional.of(r) : Optional.empty();
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
        var mine = new Object();
        turn = mine;
        if (ready.isEmpty()) {
            show(Optional.empty());
            return;
        }
        var state = ready.get();
        var wanted = label.get();
        var marked = new Marked(state, others, survey);
        var away = Set.copyOf(folded);
        drawing.set(true);
        background.run(() -> Optional.of(new GraphContents(lanes(state, wanted), marked.marks(profile), away)),
                next -> showIfLast(mine, next), problems -> tell(problems.getFirst().message()));
    }

    /// What was known when the drawing was asked for.
    private record Marked(WorkspaceState.Ready state, List<Pin> others, Survey survey) {
        Marks marks(Profile profile) {
            return new Marks(state, profile, others, survey);
        }
    }

    @SuppressWarnings("ReferenceEquality") // Each turn is its own.
    private void showIfLast(Object mine, Optional<GraphContents> next) {
        if (turn == mine) {
            show(next);
        }
    }

    private void show(Optional<GraphContents> next) {
        var kept = selectedEntry.get().map(Entry::id);
        var wish = toSelect;
        toSelect = Optional.empty();
        drawing.set(false);
        rows.set(next.map(GraphContents::rows).orElse(List.of()));
        elsewhere.set(next.map(c -> c.marks().elsewhere()).orElse(List.of()));
        labels.set(next.map(c -> c.marks().labels()).orElse(List.of()));
        contents.set(next);
        put(kept.flatMap(id -> next.map(c -> c.find(id))).orElse(NOTHING));
        wish.ifPresent(this::select);
        search.refresh(survey);
        next.ifPresent(drawn -> {
            var restore = restoring;
            restoring = Optional.empty();
            restore.ifPresent(deed -> deed.accept(drawn));
        });
        if (next.isPresent() && label.get().filter(wanted -> !labels.get().contains(wanted)).isPresent()) {
            filter(Optional.empty());
        }
    }

    private void put(int entry) {
        selected.set(entry);
        selectedEntry.set(contents.get().filter(c -> entry >= 0 && entry < c.size()).map(c -> c.entry(entry)));
    }

    private static Optional<GraphRow> revision(Entry entry) {
        return entry instanceof Entry.Shown(var row) ? Optional.of(row) : Optional.empty();
    }

    private static Lanes lanes(WorkspaceState.Ready r, Optional<String> label) {
        var graph = r.project().graph();
        return label.map(wanted -> Lanes.of(graph, r.lanes().rows().stream().map(Lanes.Row::revision)
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

    /// Whether the drawing on show is about to be replaced by a newer one.
    public ReadOnlyBooleanProperty drawingProperty() {
        return drawing.getReadOnlyProperty();
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
        toSelect = Optional.empty();
        int last = size() - 1;
        put(Math.clamp(entry, Math.min(0, last), Math.max(last, NOTHING)));
    }

    /// Selects a revision, and brings it back if it is put away. One that comes with the next drawing is selected then.
    public void select(RevisionId id) {
        int entry = contents.get().map(c -> c.find(id)).orElse(NOTHING);
        if (entry < 0 || drawing.get()) {
            toSelect = Optional.of(id).filter(_ -> drawing.get());
        }
        contents.get().filter(_ -> entry >= 0).ifPresent(c -> {
            if (c.entry(entry) instanceof Entry.Folded run && folded.contains(id)) {
                unfold(run);
                toSelect = Optional.of(id).filter(_ -> drawing.get());
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

    /// One revision of each run that is put away.
    public List<RevisionId> foldedRuns() {
        return contents.get().filter(_ -> !folded.isEmpty())
                .map(c -> IntStream.range(0, c.size()).mapToObj(c::entry)
                        .filter(Entry.Folded.class::isInstance).map(Entry::id).toList())
                .orElse(List.of());
    }

    /// Puts these runs away, shows this label alone and selects this revision as soon as there is a drawing; what isn't
    /// in it is left out.
    public void restore(List<RevisionId> runs, Optional<String> shownAlone, Optional<RevisionId> wanted) {
        restoring = Optional.of(drawn -> {
            runs.forEach(run -> folded.addAll(drawn.run(run)));
            label.set(shownAlone.filter(drawn.marks().labels()::contains));
            toSelect = wanted.filter(id -> drawn.find(id) >= 0);
            wanted.filter(_ -> toSelect.isEmpty()).ifPresent(
                    id -> LOG.log(Level.INFO, "{0}, which was selected, isn''t here any more", id));
            rebuild();
        });
    }

    /// Puts all linear runs away.
    public void foldAll() {
        contents.get().ifPresent(c -> background.run(() -> c.linear(SHORTEST_RUN), runs -> {
            folded.addAll(runs);
            rebuild();
        }, problems -> tell(problems.getFirst().message())));
    }

    public void unfoldAll() {
        folded.clear();
        rebuild();
    }

    /// What is told of an entry when the mouse rests on it, or when it is heard.
    /// The line that stamps the database that stands on a ghost, and no other.
    String stampCommand(Entry.Ghost ghost) {
        var words = List.of("stamp", "--purge", "REVISION");
        var names = ghost.pins().stream().map(Pin::name).toList();
        return names.isEmpty() || names.contains(profile.name())
                ? new CommandText(profile).of(words)
                : CommandText.of(names.getFirst(), words);
    }

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
