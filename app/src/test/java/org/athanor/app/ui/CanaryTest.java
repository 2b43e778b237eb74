package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.doctor.DoctorState;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A password goes through the window from its field to a run, and is found nowhere afterwards.
class CanaryTest {
    private final FxRobot robot = new FxRobot();
    private final String canary = "canary-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final Set<String> seenInArguments = ConcurrentHashMap.newKeySet();
    private Runnable close = () -> {};
    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.runLater(() -> Platform.setImplicitExit(false));
    }

    @Test
    void a_password_that_was_used_everywhere_is_found_nowhere() throws Exception {
        var before = temporary();
        var log = new ByteArrayOutputStream();
        var handler = new StreamHandler(log, new SimpleFormatter());
        handler.setLevel(Level.ALL);
        var root = Logger.getLogger("");
        root.addHandler(handler);
        var watcher = Thread.ofVirtual().start(this::watchArguments);
        setPassword(canary);
        try {
            story();
        } finally {
            close.run();
            WaitForAsyncUtils.waitForFxEvents();
            setPassword(TestPostgres.PASSWORD);
            watcher.interrupt();
            root.removeHandler(handler);
        }

        handler.flush();
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(canary);
        assertThat(seenInArguments).isEmpty();
        assertThat(folder.resolve("state/athanor/journal")).isNotEmptyDirectory();
        assertThat(folder.resolve("journal.json")).isNotEmptyFile();
        try (var files = Files.walk(folder)) {
            assertNotIn(files.toList());
        }
        assertNotIn(temporary().stream().filter(file -> !before.contains(file)).toList());
    }

    private void story() throws Exception {
        var window = open();
        robot.clickOn("#add-profile");
        waitUntil(() -> robot.lookup("#import-url").tryQuery().isPresent());
        put("#import-url", "postgresql://%s:%s@localhost:%d/postgres".formatted(TestPostgres.GUARDED, canary,
                TestPostgres.port()));
        robot.clickOn("#import");
        put("#name", "guarded");
        put("#project", Samples.folder().resolve("shop").toString());
        put("#password", canary + "-wrong");
        robot.clickOn("#test");
        waitUntil(() -> texts().contains("user or password is wrong"));
        put("#password", canary);
        robot.clickOn("#test");
        waitUntil(() -> texts().contains("It works"));
        robot.clickOn("#save-profile");
        waitUntil(() -> robot.lookup("#prompt-ok").tryQuery().isPresent());
        put("#prompt-password", canary + "-vault");
        put("#prompt-again", canary + "-vault");
        robot.clickOn("#prompt-ok");
        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 2);
        robot.interact(() -> {
            robot.lookup("#profiles").queryListView().getSelectionModel().select(1);
            robot.lookup("#profiles").queryListView().requestFocus();
        });
        robot.push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#prompt-ok").tryQuery().isPresent());
        put("#prompt-password", canary + "-vault");
        robot.clickOn("#prompt-ok");
        waitUntil(() -> window.model().profile().name().equals("guarded")
                && window.model().statusLineProperty().get().contains("empty"));
        use(window);
    }

    /// The role may make no tables, so the run fails: that is written down, too.
    private void use(StudioWindow window) throws Exception {
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        robot.clickOn("#rehearse");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Rehearsed);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Ended);
        robot.interact(() -> window.model().journal().read());
        waitUntil(() -> texts().contains("failed"));
        robot.interact(() -> window.model().journal().export(folder.resolve("journal.json")));
        robot.interact(() -> window.model().doctor().look());
        waitUntil(() -> window.model().doctor().stateProperty().get() instanceof DoctorState.Done
                && Files.exists(folder.resolve("journal.json")));
    }

    private void watchArguments() {
        while (!Thread.currentThread().isInterrupted()) {
            ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream())
                    .filter(line -> line.contains(canary)).forEach(seenInArguments::add);
            try {
                Thread.sleep(50);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void assertNotIn(List<Path> files) throws Exception {
        for (var file : files) {
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(canary);
            }
        }
    }

    /// What lies directly in the folder for temporary files.
    private static List<Path> temporary() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.toList();
        }
    }

    private static void setPassword(String password) throws Exception {
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(TestPostgres.port()));
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(TestPostgres.GUARDED, password));
        }
    }

    private StudioWindow open() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", folder.toString(), "ATHANOR_KEYCHAIN", "off"));
        for (var name : List.of("CONFIG", "STATE", "CACHE")) {
            environment.put("XDG_%s_HOME".formatted(name), folder.resolve(name.toLowerCase(Locale.ROOT)).toString());
        }
        var window = WaitForAsyncUtils.asyncFx(() -> {
            var stage = new Stage();
            var opened = new StudioWindow(Samples.shop(folder), environment, Optional.of(Theme.LIGHT),
                    Messages.load());
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
        new FirstRun(window).open();
        return window;
    }

    private void put(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    private String texts() {
        var all = new StringBuilder();
        for (var kind : List.of(".label", ".button")) {
            robot.lookup(kind).queryAllAs(Labeled.class).stream().filter(Node::isVisible)
                    .forEach(label -> all.append(label.getText()).append('\n'));
        }
        return all.toString();
    }

    private static void waitUntil(Callable<Boolean> reached) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return reached.call();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
