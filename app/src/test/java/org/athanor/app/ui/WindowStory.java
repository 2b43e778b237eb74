package org.athanor.app.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What the stories of the window share: the toolkit, a person's hands and eyes, and windows that go with their story.
abstract class WindowStory {
    static final Path PICTURES = Path.of("target", "pictures");
    private static final int USUAL_PATIENCE_SECONDS = 20;

    final FxRobot robot = new FxRobot();
    @TempDir
    Path folder = Path.of("");
    private final int patienceSeconds;
    private final List<String> readable;
    private Optional<StudioWindow> window = Optional.empty();
    private Runnable close = () -> {};

    /// A story that reads labels and buttons.
    WindowStory() {
        this(USUAL_PATIENCE_SECONDS, ".label", ".button");
    }

    WindowStory(int patienceSeconds, String... readable) {
        this.patienceSeconds = patienceSeconds;
        this.readable = List.of(readable);
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(PICTURES);
        FxToolkit.registerPrimaryStage();
        Platform.runLater(() -> Platform.setImplicitExit(false));
    }

    @AfterEach
    void closeWindow() {
        close.run();
        close = () -> {};
        WaitForAsyncUtils.waitForFxEvents();
    }

    StudioWindow window() {
        return window.orElseThrow();
    }

    /// A user whose files are all in the story's folder.
    Map<String, String> ownFolders() {
        var environment = new HashMap<String, String>();
        for (var name : List.of("CONFIG", "STATE", "CACHE")) {
            environment.put("XDG_%s_HOME".formatted(name), folder.resolve(name.toLowerCase(Locale.ROOT)).toString());
        }
        environment.put("ATHANOR_KEYCHAIN", "off");
        return environment;
    }

    /// The same, and nothing is recorded.
    Map<String, String> withoutJournal() {
        var environment = ownFolders();
        environment.remove("XDG_CACHE_HOME");
        environment.putAll(Samples.NO_JOURNAL);
        return environment;
    }

    /// Whose window it is.
    Map<String, String> environment() {
        return withoutJournal();
    }

    StudioWindow open(Profile profile, Theme theme) throws Exception {
        return open(profile, Optional.of(theme), environment());
    }

    /// Opens a profile and waits until its database has answered. Without a theme the settings' one counts.
    StudioWindow open(Profile profile, Optional<Theme> theme, Map<String, String> environment) throws Exception {
        var opened = show(() -> new StudioWindow(profile, environment, theme, Messages.load()));
        new FirstRun(opened).open();
        drawn();
        return opened;
    }

    StudioWindow show(Supplier<StudioWindow> making) throws Exception {
        var shown = WaitForAsyncUtils.asyncFx(() -> {
            var stage = new Stage();
            var opened = making.get();
            opened.still();
            opened.show(stage, Messages.load());
            stage.setX(0);
            stage.setY(0);
            close = () -> Platform.runLater(() -> {
                opened.close();
                stage.hide();
            });
            return opened;
        }).get();
        window = Optional.of(shown);
        return shown;
    }

    void take(String name) throws Exception {
        new FirstRun(window()).take(PICTURES.resolve(name + ".png"));
    }

    /// Draws the window once, so that it is laid out.
    void drawn() throws Exception {
        take("last");
    }

    void press(KeyCode... together) {
        robot.press(together);
        for (int key = together.length - 1; key >= 0; key--) {
            robot.release(together[key]);
        }
    }

    void put(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    /// All that can be read.
    String texts() {
        WaitForAsyncUtils.waitForFxEvents();
        var all = new StringBuilder();
        for (var kind : readable) {
            robot.lookup(kind).queryAllAs(Labeled.class).stream().filter(Node::isVisible)
                    .forEach(label -> all.append(label.getText()).append('\n'));
        }
        return all.toString();
    }

    boolean isThere(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    void waitUntil(Callable<Boolean> reached) throws Exception {
        WaitForAsyncUtils.waitFor(patienceSeconds, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return reached.call();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void waitForText(String text) throws Exception {
        waitUntil(() -> texts().contains(text));
    }
}
