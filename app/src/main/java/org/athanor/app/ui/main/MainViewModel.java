package org.athanor.app.ui.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.athanor.app.export.GraphFormat;
import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.compare.CompareViewModel;
import org.athanor.app.ui.compare.DriftViewModel;
import org.athanor.app.ui.doctor.DoctorViewModel;
import org.athanor.app.ui.edit.EditViewModel;
import org.athanor.app.ui.edit.TextWatch;
import org.athanor.app.ui.graph.GraphRow;
import org.athanor.app.ui.graph.GraphViewModel;
import org.athanor.app.ui.graph.Move;
import org.athanor.app.ui.graph.Pin;
import org.athanor.app.ui.journal.JournalViewModel;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.plan.PlanViewModel;
import org.athanor.app.ui.profiles.ProfilesViewModel;
import org.athanor.app.ui.profiles.StandingWords;
import org.athanor.app.ui.revision.RevisionViewModel;
import org.athanor.app.ui.stamp.LocateViewModel;
import org.athanor.app.ui.write.WriteViewModel;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.Wish;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.Status;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Direction;

/// The window as a whole: holds the one state that all parts show, and passes it down.
public final class MainViewModel {
    private final Workspace workspace;
    private final Background background;
    private final Messages messages;
    private final GraphViewModel graph;
    private final RevisionViewModel revision;
    private final PlanViewModel plan;
    private final ProfilesViewModel profiles;
    private final WriteViewModel write;
    private final EditViewModel edit;
    private final JournalViewModel journal;
    private final DoctorViewModel doctor;
    private final CompareViewModel compare;
    private final DriftViewModel drift;
    private final LocateViewModel locate;
    private Optional<RevisionId> toSelect = Optional.empty();
    private final Consumer<Problem.Place> opener;
    private Consumer<Problem.Place> editor;
    private Optional<Surveyor> surveyor = Optional.empty();
    private Optional<Lookout> lookout = Optional.empty();
    private Optional<RevisionId> toReach = Optional.empty();
    private final ReadOnlyObjectWrapper<WorkspaceState> state = new ReadOnlyObjectWrapper<>(
            new WorkspaceState.Loading());
    private final ReadOnlyStringWrapper whyNoUpgrade = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper statusLine = new ReadOnlyStringWrapper("");

    public MainViewModel(Workspace workspace, Background background, Messages messages, InstantSource clock) {
        this(workspace, background, messages, clock, _ -> {});
    }

    /// The same; `opener` shows a file to people.
    public MainViewModel(Workspace workspace, Background background, Messages messages, InstantSource clock,
            Consumer<Problem.Place> opener) {
        this.opener = opener;
        this.editor = opener;
        this.workspace = workspace;
        this.background = background;
        this.messages = messages;
        graph = new GraphViewModel(workspace.profile(), messages, background.beside());
        revision = new RevisionViewModel(workspace, background);
        plan = new PlanViewModel(workspace, background, clock, messages, this::refresh);
        var beside = background.beside();
        write = new WriteViewModel(workspace, background, messages, new TextWatch(beside, this::dialect),
                this::folderChanged);
        edit = new EditViewModel(beside, new TextWatch(beside, this::dialect), takeBack -> {
            write.remember(takeBack);
            folderChanged(Optional.empty());
        });
        journal = new JournalViewModel(background, messages,
                () -> project().map(workspace::records), this::wish);
        doctor = new DoctorViewModel(beside, this::ready);
        profiles = new ProfilesViewModel(workspace.profile(), messages);
        compare = new CompareViewModel(workspace, background, messages, this::project,
                () -> profiles.savedProperty().get());
        drift = new DriftViewModel(workspace, background, compare, messages);
        locate = new LocateViewModel(workspace, background, this::project);
        whyNoUpgrade.bind(Bindings.createStringBinding(this::upgradeObstacle, state, plan.stateProperty()));
        statusLine.bind(Bindings.createStringBinding(this::statusLine, state));
        graph.selectionProperty().subscribe(row -> revision.show(state.get(), row));
    }

    public GraphViewModel graph() {
        return graph;
    }

    public RevisionViewModel revision() {
        return revision;
    }

    public PlanViewModel plan() {
        return plan;
    }

    public WriteViewModel write() {
        return write;
    }

    public EditViewModel edit() {
        return edit;
    }

    public JournalViewModel journal() {
        return journal;
    }

    public DoctorViewModel doctor() {
        return doctor;
    }

    public CompareViewModel compare() {
        return compare;
    }

    public DriftViewModel drift() {
        return drift;
    }

    public LocateViewModel locate() {
        return locate;
    }

    /// Nobody waits for a comparison any more.
    public void stopComparing() {
        compare.cancel();
        drift.stop();
        locate.cancel();
        write.proposal().cancel();
    }

    public ProfilesViewModel profiles() {
        return profiles;
    }

    /// For work of the window that needs no database.
    public Background beside() {
        return background.beside();
    }

    public Profile profile() {
        return workspace.profile();
    }

    public ReadOnlyObjectProperty<WorkspaceState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the upgrade can't be asked for now; empty if it can.
    public ReadOnlyStringProperty whyNoUpgradeProperty() {
        return whyNoUpgrade.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty statusLineProperty() {
        return statusLine.getReadOnlyProperty();
    }

    /// Reads the folder again, shows it, and then asks the database.
    public void refresh() {
        if (state.get() instanceof WorkspaceState.Ready ready) {
            show(ready.with(new Standing.Asking()));
        }
        background.run(workspace::read, this::askDatabase,
                problems -> show(new WorkspaceState.Broken(problems)));
    }

    public void upgradeToHead() {
        if (whyNoUpgrade.get().isEmpty()) {
            ready().ifPresent(ready -> plan.open(ready.project(), new Wish.Upgrade(Target.HEADS)));
        }
    }

    public void move(Move move) {
        var target = move.revision().id().value();
        wish(switch (move.direction()) {
            case UPGRADE -> new Wish.Upgrade(target);
            case DOWNGRADE -> new Wish.Downgrade(target);
        });
    }

    /// Shows the plan for what is wanted.
    public void wish(Wish wish) {
        ready().ifPresent(ready -> plan.open(ready.project(), wish));
    }

    /// The project, once it has been read.
    public Optional<Project> project() {
        return ready().map(WorkspaceState.Ready::project);
    }

    public Optional<Revision> selected() {
        return graph.selectionProperty().get().map(GraphRow::revision);
    }

    /// How many lines the history ends in; 0 while it isn't known.
    public int headCount() {
        return project().map(project -> project.graph().heads().size()).orElse(0);
    }

    private void folderChanged(Optional<Revision> written) {
        toSelect = written.map(Revision::id);
        refresh();
    }

    /// Shows the plan that leads to a revision, once it is known where the database stands.
    public void reach(RevisionId target) {
        toReach = Optional.of(target);
        reachIfKnown();
    }

    private void reachIfKnown() {
        toReach.filter(_ -> ready().flatMap(ready -> ready.standing().known()).isPresent()).ifPresent(target -> {
            toReach = Optional.empty();
            graph.select(target);
            wish(new Wish.GoTo(target.value()));
        });
    }

    /// A database's pin was put on a revision: the plan that brings it there. Another one than the chosen is opened first.
    public void pinDropped(Pin pin, Revision target) {
        if (!pin.name().equals(profile().name())) {
            profiles.openAt(pin.name(), target.id());
            return;
        }
        ready().flatMap(ready -> ready.standing().known())
                .ifPresent(status -> move(new Move(
                        status.applied().contains(target) ? Direction.DOWNGRADE : Direction.UPGRADE, target)));
    }

    /// Shows the revision of a file, and opens the file itself.
    public void open(Problem.Place place) {
        graph.rowsProperty().get().stream().map(GraphRow::revision).filter(r -> r.path().equals(place.file()))
                .findFirst().ifPresent(found -> graph.select(found.id()));
        editor.accept(place);
    }

    /// Opens a file with the program that the system has for it.
    public void openOutside(Problem.Place place) {
        opener.accept(place);
    }

    /// From now on files are shown by this.
    public void showFilesBy(Consumer<Problem.Place> inside) {
        editor = inside;
    }

    public void export(GraphFormat format, Path file) {
        ready().ifPresent(ready -> background.run(
                () -> Files.write(file, format.write(ready.project().graph())),
                written -> graph.tell(messages.text("graph.exported", written.getFileName())),
                problems -> graph.tell(messages.text("graph.not-exported", problems.getFirst().message()))));
    }

    /// Reads the folder again whenever a file in it changes, and its scripts behind all other work.
    public void watch(Surveyor next) {
        surveyor = Optional.of(next);
    }

    /// Looks for the other saved databases of the project at each refresh, and when there are others.
    public void watch(Lookout next) {
        lookout = Optional.of(next);
        profiles.savedProperty().subscribe(_ -> lookAround());
    }

    private void lookAround() {
        lookout.ifPresent(l -> ready().ifPresent(ready -> l.look(profiles.savedProperty().get(), profile(),
                ready.project(), this::showNeighbours)));
    }

    private void showNeighbours(Map<String, Standing> standings) {
        profiles.show(standings);
        graph.showPins(profiles.pins());
    }

    private void askDatabase(WorkspaceState read) {
        show(read);
        lookAround();
        surveyor.ifPresent(s -> s.look(read, this::refresh, graph::showSurvey));
        if (read instanceof WorkspaceState.Ready ready) {
            background.run(() -> workspace.ask(ready.project()), standing -> show(ready.with(standing)),
                    problems -> show(ready.with(new Standing.Unknown(problems.getFirst()))));
        }
    }

    private void show(WorkspaceState next) {
        state.set(next);
        graph.show(next);
        revision.show(next, graph.selectionProperty().get());
        profiles.show(next);
        drift.show(next);
        reachIfKnown();
        toSelect.filter(id -> project().flatMap(project -> project.graph().find(id)).isPresent()).ifPresent(id -> {
            graph.select(id);
            toSelect = Optional.empty();
        });
    }

    private Optional<Dialect> dialect() {
        return ready().flatMap(WorkspaceState.Ready::dialect);
    }

    private Optional<WorkspaceState.Ready> ready() {
        return state.get() instanceof WorkspaceState.Ready ready ? Optional.of(ready) : Optional.empty();
    }

    private String upgradeObstacle() {
        if (!(plan.stateProperty().get() instanceof PlanState.Closed)) {
            return messages.text("upgrade.plan-open");
        }
        return switch (state.get()) {
            case WorkspaceState.Loading _ -> messages.text("upgrade.loading");
            case WorkspaceState.Broken _ -> messages.text("upgrade.broken");
            case WorkspaceState.Ready ready when !ready.problems().isEmpty() ->
                messages.text("upgrade.problems", ready.problems().size());
            case WorkspaceState.Ready ready -> upgradeObstacle(ready.standing());
        };
    }

    private String upgradeObstacle(Standing standing) {
        return switch (standing) {
            case Standing.Asking _ -> messages.text("upgrade.asking");
            case Standing.Unknown _ -> messages.text("upgrade.unknown");
            case Standing.Known(var status, _) -> upgradeObstacle(status);
        };
    }

    private String upgradeObstacle(Status status) {
        return status.pending().isEmpty() ? messages.text("upgrade.nothing") : "";
    }

    private String statusLine() {
        var product = ready().flatMap(WorkspaceState.Ready::dialect).map(d -> d.product().code())
                .orElseGet(() -> messages.text("status.no-dialect"));
        return messages.text("status.line", profile().name(),
                new StandingWords(messages).of(state.get()), product);
    }
}
