package org.athanor.app.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.athanor.app.connection.Passwords;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.WindowPlace;
import org.athanor.app.profile.WindowSettings;
import org.athanor.app.profile.WindowSettingsStore;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.main.Lookout;
import org.athanor.app.ui.main.MainView;
import org.athanor.app.ui.main.MainViewModel;
import org.athanor.app.ui.main.Surveyor;
import org.athanor.app.ui.main.ThemeSwitch;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.profiles.WelcomeView;
import org.athanor.app.ui.profiles.WindowPrompt;
import org.athanor.app.ui.settings.SettingsViewModel;
import org.athanor.app.workspace.Neighbours;
import org.athanor.app.workspace.Workspace;
import org.athanor.engine.revision.RevisionId;

/// Puts the objects of one window together: workspace, worker, view model, view. Opens one profile at a time. Lives on
/// the FX thread.
final class StudioWindow implements AutoCloseable {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final String SHEET = "/org/athanor/app/ui/studio.css";

    private final Map<String, String> environment;
    private final Messages messages;
    private final ThemeSwitch theme;
    private final SettingsViewModel settings;
    private final Background background = Background.start();
    private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
    private final TextSize size = new TextSize(scene);
    private final WindowProfiles profiles;
    private final Optional<Path> samples;
    private Optional<Open> open = Optional.empty();
    private Optional<SampleShop> shop = Optional.empty();
    private boolean still;

    /// All that belongs to the profile at hand.
    private record Open(Workspace workspace, Surveyor surveyor, Lookout lookout, MainViewModel model, MainView view) {}

    StudioWindow(Profile profile, Map<String, String> environment, Optional<Theme> wanted, Messages messages) {
        this(environment, wanted, messages, Optional.empty());
        open(profile);
    }

    private StudioWindow(Map<String, String> environment, Optional<Theme> wanted, Messages messages,
            Optional<Path> samples) {
        this.environment = Map.copyOf(environment);
        this.messages = messages;
        this.samples = samples;
        var system = Platform.getPreferences();
        theme = new ThemeSwitch(Theme.of(system.getColorScheme()), wanted);
        system.colorSchemeProperty().subscribe(scheme -> theme.systemIs(Theme.of(scheme)));
        settings = new SettingsViewModel(WindowSettingsStore.of(this.environment), background);
        if (wanted.isEmpty()) {
            theme.choose(settings.settingsProperty().get().theme().map(Theme::named));
        }
        settings.settingsProperty().subscribe((before, now) -> {
            if (!before.theme().equals(now.theme())) {
                theme.choose(now.theme().map(Theme::named));
            }
        });
        settings.settingsProperty().map(WindowSettings::fontSize).subscribe(size::apply);
        profiles = new WindowProfiles(this.environment, background, messages, prompt(), scene::getWindow, this::dress,
                this::change, this::changeAt);
    }

    /// The window of a first run: nothing is open yet.
    static StudioWindow welcome(Path samples, Map<String, String> environment, Optional<Theme> wanted,
            Messages messages) {
        var window = new StudioWindow(environment, wanted, messages, Optional.of(samples));
        var view = new WelcomeView(messages, window::openSample, window.profiles::openFolder, window.profiles::add);
        window.dress(view);
        window.scene.setRoot(view);
        return window;
    }

    void show(Stage stage, Messages words) {
        stage.setTitle(open.map(this::title).orElseGet(() -> words.text("welcome.window")));
        stage.getIcons().setAll(AppIcon.inAllSizes());
        stage.setScene(scene);
        stage.setMinWidth(WIDTH * 3 / 4);
        stage.setMinHeight(HEIGHT * 3 / 4);
        stage.setOnCloseRequest(closing -> stopFirst(stage, closing));
        place().bounds().ifPresent(bounds -> StagePlace.put(stage, bounds));
        stage.show();
        open.ifPresent(now -> {
            onceLaidOut(() -> now.view().divide(place()));
            now.model().refresh();
        });
    }

    /// Shares count once the parts have the size of the window.
    private void onceLaidOut(Runnable deed) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                deed.run();
            }
        });
    }

    /// Nothing moves where nobody watches.
    void still() {
        still = true;
        open.ifPresent(now -> now.view().still());
    }

    MainViewModel model() {
        return open.orElseThrow().model();
    }

    /// A first run has nothing open.
    void ifOpen(Consumer<MainViewModel> deed) {
        open.ifPresent(now -> deed.accept(now.model()));
    }

    MainView view() {
        return open.orElseThrow().view();
    }

    Scene scene() {
        return scene;
    }

    /// Puts another profile in the place of the open one. A run is never cut off for that.
    private void change(Profile profile) {
        var running = open.map(Open::model).filter(model -> model.plan().isRunning());
        running.ifPresent(model -> model.graph().tell(messages.text("profiles.run-first", profile.name())));
        if (running.isEmpty()) {
            remember();
            closeProfile();
            open(profile);
            if (scene.getWindow() instanceof Stage stage) {
                open.ifPresent(now -> stage.setTitle(title(now)));
            }
            model().refresh();
        }
    }

    private void changeAt(Profile profile, RevisionId target) {
        change(profile);
        open.filter(now -> now.model().profile().equals(profile)).ifPresent(now -> now.model().reach(target));
    }

    private void open(Profile profile) {
        var workspace = new Workspace(profile, environment, Passwords.of(environment, prompt()));
        var model = new MainViewModel(workspace, background, messages, InstantSource.system(),
                place -> OuterEditor.open(place, settings.settingsProperty().get().editor()));
        var surveyor = new Surveyor(Background.start());
        model.watch(surveyor);
        var lookout = new Lookout(new Neighbours(profile, environment), Background.parallel());
        model.watch(lookout);
        var view = new MainView(model, theme, settings, messages);
        open = Optional.of(new Open(workspace, surveyor, lookout, model, view));
        if (still) {
            view.still();
        }
        scene.setRoot(view);
        restore(model, view);
        profiles.showIn(model.profiles());
        profiles.remember(profile);
    }

    private void restore(MainViewModel model, MainView view) {
        var look = place().look(model.profile().config().toString());
        view.restore(place());
        model.compare().restore(look.compared());
        model.graph().restore(look.folded().stream().map(RevisionId::new).toList(), look.label(),
                look.selected().map(RevisionId::new));
    }

    private WindowPlace place() {
        return settings.settingsProperty().get().place();
    }

    /// Keeps for the next start where the window is and what it shows.
    void remember() {
        open.ifPresent(now -> {
            var graph = now.model().graph();
            var look = new WindowPlace.Look(now.model().profile().config().toString(),
                    graph.selectedEntryProperty().get().map(entry -> entry.id().value()),
                    graph.foldedRuns().stream().map(RevisionId::value).toList(), graph.labelProperty().get(),
                    now.model().compare().sides());
            var bounds = scene.getWindow() instanceof Stage stage ? StagePlace.of(stage) : place().bounds();
            var seen = now.view().place(place());
            settings.change(settings.settingsProperty().get().at(new WindowPlace(bounds, seen.columns(), seen.drawer(),
                    seen.view(), seen.tab(), seen.with(look).looks())));
        });
    }

    private void openSample() {
        shop = samples.map(folder -> SampleShop.open(folder, messages));
        shop.ifPresent(opened -> change(opened.profile()));
    }

    private WindowPrompt prompt() {
        return new WindowPrompt(scene::getWindow, messages, this::dress);
    }

    private void dress(Region root) {
        root.getStylesheets().add(Objects.requireNonNull(StudioWindow.class.getResource(SHEET)).toExternalForm());
        theme.dress(root);
    }

    private String title(Open now) {
        return messages.text("app.window", now.model().profile().name());
    }

    /// A run is never cut off: closing asks it to stop, and closes once it has.
    private void stopFirst(Stage stage, WindowEvent closing) {
        open.map(Open::model).filter(model -> model.plan().isRunning()).ifPresent(model -> {
            closing.consume();
            model.plan().stateProperty().subscribe(state -> {
                if (state instanceof PlanState.Ended || state instanceof PlanState.Refused) {
                    stage.hide();
                }
            });
            model.plan().stop();
        });
    }

    private void closeProfile() {
        open.ifPresent(now -> {
            now.model().plan().stop();
            now.model().stopComparing();
            now.surveyor().close();
            now.lookout().close();
            background.run(() -> {
                now.workspace().close();
                return now.workspace().profile();
            }, _ -> {}, _ -> {});
        });
        open = Optional.empty();
    }

    /// Tells once all is put away.
    void close(Runnable closed) {
        closeProfile();
        closeShop();
        background.run(() -> true, _ -> closed.run(), _ -> closed.run());
        background.close();
    }

    @Override
    public void close() {
        close(() -> {});
    }

    private void closeShop() {
        shop.ifPresent(opened -> background.run(() -> {
            opened.close();
            return opened;
        }, _ -> {}, _ -> {}));
    }
}
