package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

import javafx.scene.input.KeyCode;

import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileStore;
import org.athanor.app.text.Messages;
import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.Test;

/// Profiles in the window, as a person uses them.
class ProfileWindowTest extends WindowStory {

    ProfileWindowTest() {
        super(60, ".label", ".button");
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
        takeDialog("profile-refused-light");

        put("#password", TestPostgres.PASSWORD);
        robot.clickOn("#test");
        waitUntil(() -> texts().contains("It works: PostgreSQL 18"));
        takeDialog("profile-works-light");
        robot.clickOn("#save-profile");
        waitUntil(() -> robot.lookup("#prompt-ok").tryQuery().isPresent());
        put("#prompt-password", "vault-4713");
        put("#prompt-again", "vault-4713");
        takeDialog("vault-light");
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
        take("profiles-light");
        assertNowhere("canary-4712", TestPostgres.PASSWORD, "vault-4713");
    }

    @Test
    void a_first_run_is_asked_where_to_begin_and_the_sample_is_one_click_away() throws Exception {
        var window = show(() -> StudioWindow.welcome(Samples.folder(), environment(), Optional.of(Theme.DARK),
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
        open(Samples.shop(folder), Theme.DARK);
        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 3);
        take("profiles-dark");
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

    /// The dialog in front.
    private void takeDialog(String name) {
        robot.interact(() -> Picture.write(robot.listWindows().getLast().getScene(), PICTURES.resolve(name + ".png")));
    }
}
