package org.athanor.app.ui;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.main.MainView;
import org.athanor.app.ui.main.MainViewModel;
import org.athanor.app.ui.main.Surveyor;
import org.athanor.app.ui.main.ThemeSwitch;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.workspace.Workspace;

/// Puts the objects of one window together: workspace, worker, view model, view. Lives on the FX thread.
final class StudioWindow implements AutoCloseable {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Workspace workspace;
    private final Background background = Background.start();
    private final Surveyor surveyor = new Surveyor(Background.start());
    private final MainViewModel model;
    private final MainView view;
    private final Scene scene;

    StudioWindow(Profile profile, Map<String, String> environment, Optional<Theme> wanted, Messages messages) {
        var system = Platform.getPreferences();
        var theme = new ThemeSwitch(Theme.of(system.getColorScheme()), wanted);
        system.colorSchemeProperty().subscribe(scheme -> theme.systemIs(Theme.of(scheme)));
        workspace = new Workspace(profile, environment);
        model = new MainViewModel(workspace, background, messages, InstantSource.system(), OuterEditor::open);
        model.watch(surveyor);
        view = new MainView(model, theme, messages);
        scene = new Scene(view, WIDTH, HEIGHT);
    }

    void show(Stage stage, Messages messages) {
        stage.setTitle(messages.text("app.window", model.profile().name()));
        stage.getIcons().setAll(AppIcon.inAllSizes());
        stage.setScene(scene);
        stage.setMinWidth(WIDTH * 3 / 4);
        stage.setMinHeight(HEIGHT * 3 / 4);
        stage.setOnCloseRequest(closing -> stopFirst(stage, closing));
        stage.show();
        model.refresh();
    }

    MainViewModel model() {
        return model;
    }

    MainView view() {
        return view;
    }

    Scene scene() {
        return scene;
    }

    /// A run is never cut off: closing asks it to stop, and closes once it has.
    private void stopFirst(Stage stage, WindowEvent closing) {
        if (model.plan().isRunning()) {
            closing.consume();
            model.plan().stateProperty().subscribe(state -> {
                if (state instanceof PlanState.Ended || state instanceof PlanState.Refused) {
                    stage.hide();
                }
            });
            model.plan().stop();
        }
    }

    @Override
    public void close() {
        model.plan().stop();
        surveyor.close();
        background.run(() -> {
            workspace.close();
            return workspace.profile();
        }, _ -> {}, _ -> {});
        background.close();
    }
}
