package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javafx.scene.input.KeyCode;

import org.athanor.app.profile.Addresses;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileStore;
import org.athanor.app.secret.SecretStore;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.profiles.ProfilesViewModel;
import org.athanor.engine.database.Secret;
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
        robot.clickOn("#schema").write("a");
        assertThat(texts()).doesNotContain("It works");
        robot.eraseText(1);
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

    @Test
    void the_open_profile_is_the_chosen_one_and_a_choice_stays_with_its_profile() throws Exception {
        var tea = TeaProject.in(folder);
        var file = profiles("alpha", "local", tea);
        open(new ProfileStore(file).load().find("tea").orElseThrow(), Theme.LIGHT);
        var list = robot.lookup("#profiles").<ProfilesViewModel.Entry>queryListView();
        waitUntil(() -> list.getItems().size() == 2);
        assertThat(list.getSelectionModel().getSelectedItem().profile().name()).isEqualTo("tea");

        robot.clickOn("#search-profiles").write("tea");
        waitUntil(() -> list.getItems().size() == 1);
        robot.eraseText(3);
        waitUntil(() -> list.getItems().size() == 2);

        assertThat(list.getSelectionModel().getSelectedItem().profile().name()).isEqualTo("tea");
    }

    @Test
    void an_edited_profile_that_is_open_is_shown_as_it_is_now() throws Exception {
        var tea = TeaProject.in(folder);
        var file = profiles("alpha", "local", tea);
        open(new ProfileStore(file).load().find("tea").orElseThrow(), Theme.LIGHT);
        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 2);
        press(KeyCode.ALT, KeyCode.DIGIT1);
        press(KeyCode.F2);
        waitUntil(() -> isThere("#save-profile"));
        robot.interact(() -> robot.lookup("#environment").<Environment>queryComboBox().getSelectionModel()
                .select(Environment.PRODUCTION));
        robot.interact(() -> robot.lookup("#save-profile").queryButton().fire());

        waitUntil(() -> window().model().profile().environment() == Environment.PRODUCTION);
        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 2);
    }

    @Test
    void the_password_of_a_removed_profile_leaves_the_vault_with_it() throws Exception {
        var file = folder.resolve("config/athanor/profiles.toml");
        Files.createDirectories(folder.resolve("config/athanor"));
        Files.writeString(file, """
                [profile.reports]
                host = "db.example.org"
                database = "reports"
                user = "me"
                password = "stored"
                """);
        var kept = SecretStore.of(environment(), _ -> Optional.of(new Secret("vault-4713")));
        var address = Addresses.of(new ProfileStore(file).load().find("reports").orElseThrow()).getFirst();
        kept.keep(address, new Secret("canary-4714"));
        open(Samples.shop(folder), Theme.LIGHT);
        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 2);

        robot.interact(() -> robot.lookup("#profiles").queryListView().getSelectionModel().select(1));
        press(KeyCode.ALT, KeyCode.DIGIT1);
        press(KeyCode.DELETE);
        waitForText("and its password from the keychain or the vault?");
        robot.clickOn("Remove the profile");
        waitUntil(() -> isThere("#prompt-ok"));
        put("#prompt-password", "not this one");
        robot.clickOn("#prompt-ok");
        waitForText("That was not right.");
        put("#prompt-password", "vault-4713");
        robot.clickOn("#prompt-ok");

        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 1);
        assertThat(SecretStore.of(environment(), _ -> Optional.of(new Secret("vault-4713"))).find(address)).isEmpty();
        assertNowhere("canary-4714", "vault-4713");
    }

    private Path profiles(String other, String environment, TeaProject tea) throws Exception {
        var file = folder.resolve("config/athanor/profiles.toml");
        Files.createDirectories(folder.resolve("config/athanor"));
        Files.writeString(file, """
                [profile.%1$s]
                environment = "%2$s"
                project = '%3$s'
                file = 'other.db'
                [profile.tea]
                environment = "%2$s"
                project = '%3$s'
                file = '%4$s'
                """.formatted(other, environment, tea.config(), folder.resolve("tea.db")));
        return file;
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
