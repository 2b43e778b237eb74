package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;

import javafx.scene.input.KeyCode;

import org.athanor.app.ui.doctor.DoctorState;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A password goes through the window from its field to a run, and is found nowhere afterwards.
class CanaryTest extends WindowStory {
    private final String canary = "canary-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final Set<String> seenInArguments = ConcurrentHashMap.newKeySet();

    CanaryTest() {
        super(60, ".label", ".button");
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
            closeWindow();
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
        var window = open(Samples.shop(folder), Theme.LIGHT);
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

    @Override
    Map<String, String> environment() {
        var environment = ownFolders();
        environment.put("HOME", folder.toString());
        return environment;
    }
}
