package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.ui.controls.CodeEditor;
import org.athanor.app.ui.doctor.DoctorState;
import org.athanor.app.ui.edit.EditState;
import org.athanor.app.ui.journal.JournalState;
import org.athanor.app.ui.plan.PlanState;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What a person finds out in the window: which run failed and why, what is wrong with a folder, what a file says.
class LookingStoryTest extends WindowStory {
    LookingStoryTest() {
        super(30, ".label", ".button", ".hyperlink");
    }

    @Override
    Map<String, String> environment() {
        return ownFolders();
    }

    @Test
    void the_journal_shows_a_failed_run_with_its_statement_and_reason() throws Exception {
        var profile = Samples.shop(folder);
        try (var connection = DriverManager.getConnection(profile.url().orElseThrow());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE invoice (id integer)");
        }
        var window = open(profile, Theme.LIGHT);
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Ended);

        press(KeyCode.CONTROL, KeyCode.J);
        waitUntil(() -> window.model().journal().stateProperty().get() instanceof JournalState.Shown);
        waitUntil(() -> window.model().journal().detailsProperty().get().isPresent());
        take("journal-light");
        assertThat(texts()).contains("failed", "table invoice already exists", "upgrade from base to 3aa1a1a61566");

        robot.clickOn("#verify-journal");
        waitUntil(() -> texts().contains("Nobody changed the journal: 1 file"));
        var written = folder.resolve("journal.json");
        robot.interact(() -> window.model().journal().export(written));
        waitUntil(() -> texts().contains("1 run was written to journal.json"));
        assertThat(Files.readString(written)).contains("\"state\" : \"failed\"", "CREATE TABLE customer");

        robot.clickOn("#journal-filter").write("nowhere");
        waitUntil(() -> texts().contains("None of the 1 runs has these words."));
    }

    @Test
    void a_changed_journal_is_told_with_its_line() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);
        run(window);
        try (var books = Files.list(folder.resolve("state/athanor/journal"))) {
            var book = books.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            Files.writeString(book, Files.readString(book).replaceFirst("customer", "costumer"));
        }

        press(KeyCode.CONTROL, KeyCode.J);
        robot.clickOn("#verify-journal");

        waitUntil(() -> texts().contains("The journal was tampered with"));
    }

    @Test
    void a_broken_folder_shows_its_problems_and_opens_the_file_at_the_line() throws Exception {
        var profile = copy("broken/missing-parent");
        var window = open(profile, Theme.LIGHT);

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        waitUntil(() -> window.model().doctor().stateProperty().get() instanceof DoctorState.Done);
        take("doctor-broken-light");
        assertThat(texts()).contains("1 problem in", "which is not in this folder");

        robot.clickOn(robot.lookup(".place").<Node>queryAll().stream().filter(this::isOnSheet).findFirst()
                .orElseThrow());
        waitUntil(() -> window.model().edit().stateProperty().get() instanceof EditState.Open);
        take("editor-light");
        assertThat(area().getText(area().getCurrentParagraph())).contains("down_revision");

        robot.clickOn("#close-file");
        waitUntil(() -> robot.lookup("#doctor-summary").tryQuery().isPresent());
    }

    @Test
    void problems_are_told_while_typing_and_a_saved_file_is_taken_back() throws Exception {
        var profile = copy("shop");
        var window = open(profile, Theme.DARK);
        robot.interact(() -> window.model().graph().selectFirst());
        press(KeyCode.CONTROL, KeyCode.E);
        waitUntil(() -> window.model().edit().stateProperty().get() instanceof EditState.Open);
        var before = area().getText();

        robot.interact(() -> area().appendText("\n-- +sideways\n"));
        waitUntil(() -> texts().contains("'-- +sideways' is not a section"));
        take("editor-problem-dark");
        robot.push(KeyCode.ESCAPE);
        assertThat(texts()).contains("There are changes that aren't saved");
        robot.interact(() -> area().replaceText(before + "\n-- A remark.\n"));
        robot.clickOn("#save-file");
        waitUntil(() -> !window.model().edit().isChanged(area().getText()));
        var file = window.model().selected().orElseThrow().path();
        assertThat(Files.readString(file)).endsWith("-- A remark.\n");
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> robot.lookup("#editor").tryQuery().isEmpty());

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        waitUntil(() -> Files.readString(file).equals(before));
    }

    @Test
    void a_file_that_somebody_else_has_changed_is_not_written_over() throws Exception {
        var window = open(copy("shop"), Theme.LIGHT);
        robot.interact(() -> window.model().graph().selectFirst());
        press(KeyCode.CONTROL, KeyCode.E);
        waitUntil(() -> window.model().edit().stateProperty().get() instanceof EditState.Open);
        var file = window.model().selected().orElseThrow().path();
        Files.writeString(file, Files.readString(file) + "-- theirs\n");

        robot.interact(() -> area().appendText("-- mine\n"));
        press(KeyCode.CONTROL, KeyCode.S);

        waitUntil(() -> texts().contains("The file was changed meanwhile by somebody else"));
        assertThat(Files.readString(file)).endsWith("-- theirs\n");
    }

    @Test
    void a_revision_that_was_edited_after_it_was_applied_is_flagged() throws Exception {
        var window = open(copy("shop"), Theme.LIGHT);
        run(window);
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> window.model().graph().selectFirst());
        press(KeyCode.CONTROL, KeyCode.E);
        waitUntil(() -> window.model().edit().stateProperty().get() instanceof EditState.Open);

        robot.interact(() -> area().replaceText(area().getText().replace("unpaid_invoice", "open_invoice")));
        press(KeyCode.CONTROL, KeyCode.S);

        waitUntil(() -> texts().contains("was edited after it had been applied"));
        robot.push(KeyCode.ESCAPE);
        take("edited-light");
    }

    @Test
    void a_long_examination_is_cancelled_and_shows_what_it_has_so_far() throws Exception {
        var window = open(many(3000), Theme.LIGHT);

        robot.interact(() -> {
            robot.lookup("#act-doctor").queryAs(Button.class).fire();
            robot.lookup("#cancel-doctor").queryAs(Button.class).fire();
        });

        waitUntil(() -> window.model().doctor().stateProperty().get() instanceof DoctorState.Done);
        assertThat(window.model().doctor().stateProperty().get())
                .isInstanceOfSatisfying(DoctorState.Done.class, done -> {
                    assertThat(done.found().isCutShort()).isTrue();
                    assertThat(done.found().findings()).hasSizeLessThan(3000);
                });
        waitUntil(() -> texts().contains("Cancelled. So far"));
        assertThat(robot.lookup("#again-doctor").queryAs(Button.class).isDisabled()).isFalse();
        take("doctor-cancelled-light");
    }

    private Profile many(int revisions) throws IOException {
        var versions = Files.createDirectories(folder.resolve("many/versions"));
        Files.writeString(folder.resolve("many/athanor.toml"), "[athanor]\n");
        for (int i = 1; i <= revisions; i++) {
            Files.writeString(versions.resolve("r%05d.sql".formatted(i)), """
                    -- revision: r%05d
                    -- down_revision: %s
                    -- message: Step %1$d

                    -- +upgrade
                    CREATE TABLE t%1$d (id integer PRIMARY KEY);

                    -- +downgrade
                    DROP TABLE t%1$d;
                    """.formatted(i, i == 1 ? "" : "r%05d".formatted(i - 1)));
        }
        return new Profile("many", Environment.LOCAL, folder.resolve("many/athanor.toml"),
                Optional.of("jdbc:sqlite:" + folder.resolve("many.db")));
    }

    /// The sample, to be changed.
    private Profile copy(String sample) throws IOException {
        var from = Samples.folder().resolve(sample);
        var to = folder.resolve("project");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return new Profile("test", Environment.LOCAL, to.resolve("athanor.toml"),
                Optional.of("jdbc:sqlite:" + folder.resolve("copy.db")));
    }

    private void run(StudioWindow window) throws Exception {
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil(() -> window.model().statusLineProperty().get().contains("at head"));
    }

    private CodeArea area() {
        return (CodeArea) robot.lookup("#editor").queryAs(CodeEditor.class).lookup(".code-area");
    }

    private boolean isOnSheet(Node node) {
        return robot.lookup("#sheets").queryAs(javafx.scene.Parent.class).lookupAll(".place").contains(node);
    }
}
