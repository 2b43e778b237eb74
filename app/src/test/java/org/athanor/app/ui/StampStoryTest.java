package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.ui.compare.DriftedShop;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.stamp.Candidate;
import org.athanor.app.ui.stamp.LocateState;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.Test;

/// Somebody doesn't know at which revision a database is, has it looked for, and writes it down.
class StampStoryTest extends WindowStory {
    StampStoryTest() {
        super(60, ".label", ".button");
    }

    @Override
    Map<String, String> environment() {
        return ownFolders();
    }

    @Test
    void a_database_without_its_version_table_is_found_and_stamped() throws Exception {
        open(DriftedShop.at(folder.resolve("shop"), "DROP TABLE alembic_version").profile(), Theme.LIGHT);
        openStamp();
        take("stamp-unasked-light");

        robot.clickOn("#locate");

        waitForText("shop is at cccccccccccc, by its schema.");
        assertThat(texts()).contains("The schema is as the revisions make it at cccccccccccc.");
        assertThat(target()).isEqualTo("cccccccccccc");
        take("locate-light");
        robot.clickOn("#show-plan");
        waitUntil(() -> plan() instanceof PlanState.Review);
        drawn();
        assertThat(label("#rows-before")).isEqualTo("none");
        assertThat(label("#rows-after")).isEqualTo("cccccccccccc");
        assertThat(isThere("#reason")).isFalse();
        take("stamp-equal-light");
        robot.clickOn("#run");
        waitUntil(() -> window().model().statusLineProperty().get().contains("at head"));
    }

    @Test
    void a_place_that_the_database_contradicts_wants_a_reason_that_the_journal_keeps() throws Exception {
        open(DriftedShop.drifted(folder.resolve("shop")).profile(), Theme.DARK);
        openStamp();

        robot.clickOn("#locate");
        waitForText("No revision makes the very schema of shop. The nearest:");
        take("locate-choosing-dark");
        robot.interact(() -> places().getSelectionModel().select(candidate("bbbbbbbbbbbb")));
        drawn();
        assertThat(target()).isEqualTo("bbbbbbbbbbbb");
        assertThat(robot.lookup("#purge").queryAs(CheckBox.class).isSelected()).isTrue();
        assertThat(texts()).contains("4 things speak against bbbbbbbbbbbb.", "missing", "column note", "extra",
                "column nickname");
        take("locate-nearest-dark");

        robot.clickOn("#show-plan");
        waitUntil(() -> plan() instanceof PlanState.Review);
        drawn();
        assertThat(label("#rows-before")).isEqualTo("cccccccccccc");
        assertThat(label("#rows-after")).isEqualTo("bbbbbbbbbbbb");
        assertThat(texts()).contains("4 things speak against bbbbbbbbbbbb.", "extra", "column nickname");
        assertThat(robot.lookup("#run").queryAs(Button.class).isDisabled()).isTrue();
        take("stamp-evidence-dark");

        robot.clickOn("#reason").write("the note was moved by hand");
        robot.interact(() -> robot.lookup(".plan-deeds .button").queryAs(Button.class).fire());
        assertThat(clipboard())
                .endsWith("stamp --purge bbbbbbbbbbbb --force --reason 'the note was moved by hand'");
        robot.clickOn("#run");
        waitUntil(() -> plan() instanceof PlanState.Ended);
        assertThat(journal()).contains("the note was moved by hand");
    }

    @Test
    void a_search_that_takes_long_is_cancelled_and_asked_for_again_by_the_keyboard() throws Exception {
        open(DriftedShop.at(folder.resolve("shop")).profile(), Theme.LIGHT);
        openStamp();
        robot.interact(() -> {
            robot.lookup("#locate").queryAs(Button.class).fire();
            assertThat(state()).isInstanceOf(LocateState.Running.class);
            robot.lookup("#cancel-locate").queryAs(Button.class).fire();
        });
        waitForText("Cancelled. Nothing was changed");

        tabTo("#locate");
        robot.push(KeyCode.SPACE);
        waitForText("shop is at cccccccccccc, by its schema.");
        assertThat(texts()).contains("its version table says so");
        press(KeyCode.ESCAPE);
        assertThat(isThere("#locate")).isFalse();
    }

    @Test
    void on_a_production_server_no_scratch_database_is_made_and_that_is_said() throws Exception {
        var shop = DriftedShop.at(folder.resolve("shop"));
        var url = TestPostgres.freshDatabase();
        try (var connection = Database.of(ConnectionSettings.parse(url, folder)).connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id integer PRIMARY KEY, name text NOT NULL)");
        }
        open(new Profile("prod", Environment.PRODUCTION, shop.profile().config(), Optional.of(url)), Theme.LIGHT);
        openStamp();

        robot.clickOn("#locate");

        waitUntil(() -> state() instanceof LocateState.Found);
        drawn();
        assertThat(texts()).contains("No scratch database is made on a server that is in production");
        robot.interact(() -> places().getSelectionModel().selectFirst());
        drawn();
        take("locate-production-light");
        put("#target", "head");
        robot.clickOn("#show-plan");
        waitUntil(() -> plan() instanceof PlanState.Review);
        drawn();
        assertThat(texts()).contains("Only a part could be compared.").contains("Not compared: columns, types");
        assertThat(isThere("#typed-name")).isTrue();
        take("stamp-production-light");
    }

    private void openStamp() throws Exception {
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("stamp").push(KeyCode.ENTER);
        waitUntil(() -> isThere("#locate"));
        drawn();
    }

    private LocateState state() {
        return window().model().locate().stateProperty().get();
    }

    private PlanState plan() {
        return window().model().plan().stateProperty().get();
    }

    private String target() {
        return robot.lookup("#target").queryAs(TextField.class).getText();
    }

    private String label(String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @SuppressWarnings("unchecked") // The list holds candidates.
    private ListView<Candidate> places() {
        return (ListView<Candidate>) robot.lookup("#places").queryAs(ListView.class);
    }

    private Candidate candidate(String target) {
        return places().getItems().stream().filter(c -> c.targets().equals(target)).findFirst().orElseThrow();
    }

    private String clipboard() {
        var text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return String.valueOf(text[0]);
    }

    private String journal() throws Exception {
        var all = new StringBuilder();
        try (var files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
