package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileStore;
import org.athanor.app.text.Messages;
import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Profiles in the window, as a person uses them.
class ProfileWindowTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final FxRobot robot = new FxRobot();
    private final Map<String, String> environment = new HashMap<>(Samples.NO_JOURNAL);
    private Runnable close = () -> {};
    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(PICTURES);
        FxToolkit.registerPrimaryStage();
        Platform.runLater(() -> Platform.setImplicitExit(false));
    }

    @AfterEach
    void closeWindow() {
        close.run();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void a_wrong_password_is_diagnosed_then_the_right_one_is_kept_and_opens_the_database() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);
        robot.clickOn("#add-profile");
        waitUntil(() -> robot.lookup("#import-url").tryQuery().isPresent());
        put("#import-url", "postgresql://%s@localhost:%d/postgres".formatted(TestPostgres.GUARDED,
                TestPostgres.port()));
        robot.clickOn("#import");
        put("#name", "guarded");
        put("#project", Samples.folder().resolve("shop").toString());
        put("#password", "canary-4712");

        robot.clickOn("#test");
        waitUntil(() -> texts().contains("user or password is wrong"));
        take("profile-refused-light");

        put("#password", TestPostgres.PASSWORD);
        robot.clickOn("#test");
        waitUntil(() -> texts().contains("It works: PostgreSQL 18"));
        take("profile-works-light");
        robot.clickOn("#save-profile");
        waitUntil(() -> robot.lookup("#prompt-ok").tryQuery().isPresent());
        put("#prompt-password", "vault-4713");
        put("#prompt-again", "vault-4713");
        take("vault-light");
        robot.clickOn("#prompt-ok");

        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 2);
        assertThat(new ProfileStore(folder.resolve("config/athanor/profiles.toml")).load().all())
                .extracting(Profile::name).containsExactly("guarded");
        robot.interact(() -> robot.lookup("#profiles").queryListView().getSelectionModel().select(1));
        robot.interact(() -> robot.lookup("#profiles").queryListView().requestFocus());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#prompt-ok").tryQuery().isPresent());
        put("#prompt-password", "vault-4713");
        robot.clickOn("#prompt-ok");
        waitUntil(() -> window.model().profile().name().equals("guarded")
                && window.model().statusLineProperty().get().contains("postgresql")
                && window.model().statusLineProperty().get().contains("empty"));
        new FirstRun(window).take(PICTURES.resolve("profiles-light.png"));
        assertNowhere("canary-4712", TestPostgres.PASSWORD, "vault-4713");
    }

    @Test
    void a_first_run_is_asked_where_to_begin_and_the_sample_is_one_click_away() throws Exception {
        var window = show(() -> StudioWindow.welcome(Samples.folder(), all(), Optional.of(Theme.DARK),
                Messages.load()));
        assertThat(texts()).contains("Where do you want to begin?", "Make a profile for a database");
        robot.interact(() -> Picture.write(window.scene(), PICTURES.resolve("welcome-dark.png")));

        robot.clickOn("#welcome-sample");
        waitUntil(() -> robot.lookup("#upgrade").tryQuery().isPresent());
        new FirstRun(window).open();

        assertThat(window.model().graph().rowsProperty().get()).hasSize(15);
    }

    @Test
    void profiles_are_grouped_searched_and_removed_after_a_question() throws Exception {
        var file = folder.resolve("config/athanor/profiles.toml");
        Files.createDirectories(folder.resolve("config/athanor"));
        Files.writeString(file, """
                [profile.books]
                group = "Library"
                file = "books.db"
                [profile."shop prod"]
                group = "Shop"
                environment = "production"
                host = "db.example.org"
                database = "shop"
                user = "me"
                """);
        var window = open(Samples.shop(folder), Theme.DARK);
        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 3);
        new FirstRun(window).take(PICTURES.resolve("profiles-dark.png"));
        assertThat(texts()).contains("Library", "Shop", "production", "me@db.example.org/shop");

        robot.clickOn("#search-profiles").write("prod");
        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 1);
        robot.rightClickOn("shop prod");
        robot.clickOn("Remove …");
        waitUntil(() -> texts().contains("Its database stays as it is"));
        robot.clickOn("Remove the profile");
        waitUntil(() -> new ProfileStore(file).load().all().size() == 1);
    }

    private void assertNowhere(String... secrets) throws Exception {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(secrets);
            }
        }
        assertThat(ProcessHandle.current().info().commandLine().orElse("")).doesNotContain(secrets);
    }

    private StudioWindow open(Profile profile, Theme theme) throws Exception {
        var window = show(() -> new StudioWindow(profile, all(), Optional.of(theme), Messages.load()));
        new FirstRun(window).open();
        return window;
    }

    private Map<String, String> all() {
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("ATHANOR_KEYCHAIN", "off");
        return environment;
    }

    private StudioWindow show(Supplier<StudioWindow> making) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
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
    }

    private void put(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    /// The dialog in front.
    private void take(String name) {
        robot.interact(() -> Picture.write(robot.listWindows().getLast().getScene(), PICTURES.resolve(name + ".png")));
    }

    private String texts() {
        var all = new StringBuilder();
        for (var kind : List.of(".label", ".button")) {
            robot.lookup(kind).queryAllAs(Labeled.class).stream().filter(Node::isVisible)
                    .forEach(label -> all.append(label.getText()).append('\n'));
        }
        return all.toString();
    }

    private static void waitUntil(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return condition.call();
        });
    }
}
