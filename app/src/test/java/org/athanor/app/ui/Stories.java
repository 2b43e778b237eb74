package org.athanor.app.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A window in front of a person with hands and eyes; a story tells what they do. Everything that is kept is kept in a
/// folder of the story's own.
final class Stories implements AutoCloseable {
    static final Path PICTURES = Path.of("target", "pictures");
    private static final long PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();
    private final Path folder;
    private Optional<StudioWindow> window = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    Stories(Path folder) {
        this.folder = folder;
    }

    FxRobot robot() {
        return robot;
    }

    StudioWindow window() {
        return window.orElseThrow();
    }

    Map<String, String> environment() {
        var environment = new HashMap<>(Samples.NO_JOURNAL);
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("ATHANOR_KEYCHAIN", "off");
        return environment;
    }

    void profiles(String toml) throws Exception {
        var file = folder.resolve("config/athanor/profiles.toml");
        Files.createDirectories(folder.resolve("config/athanor"));
        Files.writeString(file, toml);
    }

    void open(Profile profile, Theme theme) throws Exception {
        open(profile, Optional.of(theme), environment());
    }

    /// With the theme of the settings.
    void open(Profile profile) throws Exception {
        open(profile, Optional.empty(), environment());
    }

    void open(Profile profile, Optional<Theme> theme, Map<String, String> environment) throws Exception {
        window = Optional.of(WaitForAsyncUtils.asyncFx(() -> {
            var shown = new Stage();
            var opened = new StudioWindow(profile, environment, theme, Messages.load());
            opened.still();
            opened.show(shown, Messages.load());
            shown.setX(0);
            shown.setY(0);
            stage = Optional.of(shown);
            return opened;
        }).get());
        new FirstRun(window()).open();
        take("last");
    }

    void take(String name) throws Exception {
        new FirstRun(window()).take(PICTURES.resolve(name + ".png"));
    }

    void press(KeyCode... together) {
        robot.press(together);
        for (int key = together.length - 1; key >= 0; key--) {
            robot.release(together[key]);
        }
    }

    /// All that can be read.
    String texts() {
        var all = new StringBuilder();
        for (var kind : List.of(".label", ".button", ".hyperlink", ".check-box")) {
            robot.lookup(kind).queryAllAs(Labeled.class).stream().filter(Node::isVisible)
                    .forEach(label -> all.append(label.getText()).append('\n'));
        }
        return all.toString();
    }

    boolean isThere(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return condition.call();
        });
    }

    void waitForText(String text) throws Exception {
        waitFor(() -> texts().contains(text));
    }

    @Override
    public void close() {
        Platform.runLater(() -> {
            window.ifPresent(StudioWindow::close);
            stage.ifPresent(Stage::hide);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
