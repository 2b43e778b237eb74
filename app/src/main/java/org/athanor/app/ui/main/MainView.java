package org.athanor.app.ui.main;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.DoubleStream;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.athanor.app.profile.WindowPlace;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.action.Acts;
import org.athanor.app.ui.compare.CompareSheet;
import org.athanor.app.ui.compare.DriftBadge;
import org.athanor.app.ui.controls.EnvironmentBadge;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.ui.doctor.DoctorSheet;
import org.athanor.app.ui.graph.GraphView;
import org.athanor.app.ui.journal.JournalSheet;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.plan.PlanView;
import org.athanor.app.ui.profiles.ProfilesView;
import org.athanor.app.ui.revision.RevisionView;
import org.athanor.app.ui.settings.SettingsViewModel;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.guard.Access;
import org.controlsfx.control.MasterDetailPane;
import org.controlsfx.control.StatusBar;

/// The window: who on the left, where in the middle, what on the right, and the plan that slides up from below.
public final class MainView extends StackPane {
    /// The views that the next start brings back, and the acts that open them.
    private static final Map<String, String> VIEWS = Map.of(JournalSheet.ID, "journal", DoctorSheet.ID, "doctor",
            CompareSheet.ID, "compare");
    private static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination PALETTE_TOO = new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN);

    /// The least that a column needs to be read in the smallest window.
    private static final double NARROW = 168;

    private final MainViewModel model;
    private final Messages messages;
    private final ProfilesView profiles;
    private final GraphView graph;
    private final RevisionView inspector;
    private final MasterDetailPane drawer;
    private final HeaderView header;
    private final Acts acts;
    private final SplitPane columns;
    private Optional<Keys> keys = Optional.empty();
    private final Sheets sheets = new Sheets();

    public MainView(MainViewModel model, ThemeSwitch theme, SettingsViewModel settings, Messages messages) {
        this.model = model;
        this.messages = messages;
        acts = new MainActs(model, settings, messages, sheets).acts();
        header = new HeaderView(messages, theme, settings, acts, this::showKeys);
        profiles = new ProfilesView(model.profiles(), messages);
        graph = new GraphView(model.graph(), messages, new Wishes(model, this, messages));
        inspector = new RevisionView(model.revision(), messages,
                new RevisionView.Wishes(model::move, model.graph()::select, model::open));
        drawer = new MasterDetailPane(Side.BOTTOM, graph, new PlanView(model.plan(), messages), false);
        drawer.setDividerPosition(0.5);
        getStyleClass().add("studio");
        getStylesheets().add(Objects.requireNonNull(
                MainView.class.getResource("/org/athanor/app/ui/studio.css")).toExternalForm());
        columns = columns();
        var frame = new BorderPane(columns);
        frame.setTop(header);
        frame.setBottom(statusBar());
        getChildren().addAll(frame, sheets.node());
        theme.dress(this);
        model.stateProperty().subscribe(graph::show);
        model.plan().stateProperty().subscribe(this::showPlan);
        focusOnceReady();
        settings.settingsProperty().subscribe(now -> drawer.setAnimated(now.motion()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Whoever closes a plan goes on where plans come from.
    private void showPlan(PlanState state) {
        boolean closed = state instanceof PlanState.Closed;
        boolean hadKeyboard = closed && getScene() != null && isIn(drawer.getDetailNode(), getScene().getFocusOwner());
        drawer.setShowDetailNode(!closed);
        if (hadKeyboard) {
            graph.focus();
        }
    }

    private static boolean isIn(Node whole, Node part) {
        for (var at = part; at != null; at = at.getParent()) {
            if (at.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /// The keyboard begins at the graph, unless something else was opened meanwhile.
    private void focusOnceReady() {
        var waiting = new AtomicBoolean(true);
        model.stateProperty().subscribe(state -> {
            if (state instanceof WorkspaceState.Ready && waiting.getAndSet(false) && !sheets.isShown()) {
                graph.focus();
            }
        });
    }

    /// Motion is short, and off where nobody watches.
    public void still() {
        drawer.setAnimated(false);
    }

    /// What is open and how wide, in a place that knows the rest.
    public WindowPlace place(WindowPlace before) {
        return new WindowPlace(before.bounds(), DoubleStream.of(columns.getDividerPositions()).boxed().toList(),
                Optional.of(drawer.getDividerPosition()), sheets.shown().filter(VIEWS::containsKey), inspector.tab(),
                before.looks());
    }

    /// Puts everything back. A view over the graph opens once there is a project.
    public void restore(WindowPlace place) {
        divide(place);
        inspector.showTab(place.tab());
        place.view().filter(VIEWS::containsKey).ifPresent(this::openOnceReady);
    }

    /// Shares are of the size that the window has by now.
    public void divide(WindowPlace place) {
        if (place.columns().size() == columns.getDividers().size()) {
            columns.setDividerPositions(place.columns().stream().mapToDouble(share -> share).toArray());
        }
        place.drawer().ifPresent(drawer::setDividerPosition);
    }

    private void openOnceReady(String view) {
        var waiting = new AtomicBoolean(true);
        model.stateProperty().subscribe(state -> {
            if (state instanceof WorkspaceState.Ready && waiting.getAndSet(false) && !sheets.isShown()) {
                acts.named(Objects.requireNonNull(VIEWS.get(view))).perform();
            }
        });
    }

    private SplitPane columns() {
        var banner = new BannerView(messages, model::refresh, model::open);
        model.stateProperty().subscribe(banner::show);
        var centre = new VBox(new ToolbarView(model, acts, messages), banner, drawer);
        VBox.setVgrow(drawer, Priority.ALWAYS);
        centre.getStyleClass().add("centre");
        profiles.setMinWidth(NARROW);
        drawer.setMinWidth(NARROW * 3);
        inspector.setMinWidth(NARROW * 5 / 4);
        var columns = new SplitPane(profiles, centre, inspector);
        columns.getStyleClass().add("columns");
        columns.setDividerPositions(0.17, 0.7);
        SplitPane.setResizableWithParent(profiles, false);
        SplitPane.setResizableWithParent(inspector, false);
        return columns;
    }

    private StatusBar statusBar() {
        var bar = new StatusBar();
        bar.setText("");
        var state = Labels.label("", "muted", "small");
        state.textProperty().bind(model.statusLineProperty());
        bar.getLeftItems().setAll(EnvironmentBadge.of(model.profile().environment(), messages));
        if (model.profile().access() == Access.READ_ONLY) {
            bar.getLeftItems().add(EnvironmentBadge.readOnly(messages));
        }
        bar.getLeftItems().addAll(state,
                new DriftBadge(model.drift(), acts.named("compare")::perform, messages));
        return bar;
    }

    private void showKeys() {
        var list = keys.orElseGet(() -> new Keys(acts, messages));
        keys = Optional.of(list);
        list.toggle(header.help());
    }

    private void key(KeyEvent event) {
        if (!sheets.isShown() && (performed(event) || moved(event))) {
            event.consume();
        }
    }

    private boolean performed(KeyEvent event) {
        for (var act : acts.all()) {
            if (act.key().filter(key -> KeyCombination.valueOf(key).match(event)).isPresent()) {
                var whyNot = act.whyNot().getValue();
                act.perform();
                model.graph().tell(whyNot);
                return true;
            }
        }
        return false;
    }

    private boolean moved(KeyEvent event) {
        if (RUN.match(event)) {
            model.plan().run();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            graph.focusSearch();
        } else if (PALETTE_TOO.match(event)) {
            acts.named("palette").perform();
        } else if (event.getCode() == KeyCode.F1) {
            showKeys();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.plan().cancel();
        } else if (event.isAltDown() && event.getCode() == KeyCode.DIGIT1) {
            profiles.focus();
        } else if (event.isAltDown() && event.getCode() == KeyCode.DIGIT2) {
            graph.focus();
        } else if (event.isAltDown() && event.getCode() == KeyCode.DIGIT3) {
            inspector.focus();
        } else {
            return false;
        }
        return true;
    }
}
