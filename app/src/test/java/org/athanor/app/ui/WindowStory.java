package org.athanor.app.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
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
    private static final List<Heartbeat.Longest> OPENINGS = new ArrayList<>();
    private static final List<Heartbeat.Longest> BEATS = new ArrayList<>();

    private Optional<Heartbeat> heartbeat = Optional.empty();
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
        Heartbeat.findScreen();
        OPENINGS.clear();
        BEATS.clear();
    }

    @AfterAll
    static void tellHeartbeats(TestInfo info) throws Exception {
        Heartbeat.tell(info.getTestClass().map(Class::getSimpleName).orElse("unknown"), OPENINGS, BEATS);
    }

    @BeforeEach
    void startHeartbeat(TestInfo info) {
        heartbeat = Optional.of(Heartbeat.start(info.getDisplayName()));
    }

    @AfterEach
    void closeWindow() {
        BEATS.add(beat().end());
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
        var opening = Heartbeat.start(beat().story());
        aside(() -> {
            window = Optional.of(WaitForAsyncUtils.asyncFx(() -> shown(making.get())).get());
            FirstRun.awaitDrawn();
        });
        OPENINGS.add(opening.end());
        return window();
    }

    private StudioWindow shown(StudioWindow opened) {
        var stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        opened.still();
        opened.show(stage, Messages.load());
        close = () -> {
            var closed = new CompletableFuture<Boolean>();
            Platform.runLater(() -> {
                List.copyOf(Window.getWindows()).stream().filter(other -> !other.equals(stage)).forEach(Window::hide);
                stage.hide();
                opened.remember();
                opened.close(() -> closed.complete(true));
            });
            closed.orTimeout(patienceSeconds, TimeUnit.SECONDS).join();
        };
        return opened;
    }

    void take(String name) throws Exception {
        var walk = new FirstRun(window());
        FirstRun.awaitDrawn();
        aside(() -> walk.take(PICTURES.resolve(name + ".png")));
    }

    private Heartbeat beat() {
        return heartbeat.orElseThrow();
    }

    /// What the story does for itself is no part of the window's heartbeat.
    private void aside(Heartbeat.Deed deed) throws Exception {
        beat().aside(deed);
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

    /// Types into whatever has the keyboard, in whichever window that is.
    void write(String text) {
        WaitForAsyncUtils.waitForFxEvents();
        Window.getWindows().stream().filter(Window::isFocused).reduce((_, last) -> last).ifPresent(robot::targetWindow);
        robot.write(text);
    }

    /// Tab goes on; where it is a character, Ctrl+Tab does.
    void tabTo(String id) throws Exception {
        waitUntil(() -> isThere(id));
        for (int presses = 0; presses < 60 && !robot.lookup(id).query().isFocused(); presses++) {
            var inCode = window().scene().getFocusOwner() instanceof CodeArea;
            press(inCode ? new KeyCode[]{KeyCode.CONTROL, KeyCode.TAB} : new KeyCode[]{KeyCode.TAB});
            WaitForAsyncUtils.waitForFxEvents();
        }
        if (!robot.lookup(id).query().isFocused()) {
            throw new AssertionError("Tab doesn't reach " + id);
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
        try {
            WaitForAsyncUtils.waitFor(patienceSeconds, TimeUnit.SECONDS, () -> {
                WaitForAsyncUtils.waitForFxEvents();
                return reached.call();
            });
        } catch (TimeoutException e) {
            throw new AssertionError("The window says:\n" + texts(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    void waitForText(String text) throws Exception {
        waitUntil(() -> texts().contains(text));
    }
}
