package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;

import org.athanor.app.ui.compare.DriftedShop;
import org.athanor.app.ui.write.ProposalState;
import org.athanor.app.ui.write.WriteState;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// A new revision is written from what differs between the database and its target.
class AutogenerateStoryTest extends WindowStory {
    private static final String VIEW = "CREATE VIEW loyal AS SELECT id FROM customer WHERE since < '2020';\n";
    private static final String INDEX = "CREATE INDEX customer_name ON customer (name);\n";

    AutogenerateStoryTest() {
        super(60, ".label", ".check-box");
    }

    @Test
    void differences_are_ticked_renames_answered_and_the_file_is_shown_written_and_taken_back() throws Exception {
        compare("""
                CREATE TABLE customer (id integer PRIMARY KEY, name text NOT NULL, remark text, since text);
                CREATE TABLE visit (id integer PRIMARY KEY, at text);
                CREATE TABLE later (id integer PRIMARY KEY);
                """ + INDEX + VIEW, Theme.LIGHT);

        waitUntil(() -> proposal() instanceof ProposalState.Asking);
        drawn();
        assertThat(texts()).contains("customer.note → customer.remark?");
        assertThat(robot.lookup("#write").queryAs(Button.class).isDisabled()).isTrue();
        take("autogenerate-renames-light");
        robot.interact(() -> robot.lookup(".rename-same").queryAs(RadioButton.class).fire());

        waitUntil(() -> drafted().contains("RENAME COLUMN note TO remark") && drafted().contains("TABLE later"));
        robot.interact(() -> tick("table later").fire());
        waitUntil(() -> drafted().contains("CREATE TABLE visit") && !drafted().contains("later"));
        waitUntil(() -> robot.lookup(".code-area").queryAs(CodeArea.class).getText().contains("DROP TABLE visit"));
        take("autogenerate-light");

        put("#write-message", "visits");
        waitUntil(() -> window().model().write().stateProperty().get() instanceof WriteState.Drafted(var draft)
                && draft.file().toString().contains("visits"));
        robot.interact(() -> robot.lookup("#write").queryAs(Button.class).fire());
        waitUntil(() -> files() == 4);
        robot.interact(() -> window().model().write().undo(problems -> assertThat(problems).isEmpty()));
        waitUntil(() -> files() == 3);
    }

    @Test
    void a_database_that_is_as_its_target_says_needs_no_revision() throws Exception {
        compare("CREATE TABLE customer (id integer PRIMARY KEY, name text NOT NULL, note text, since text);\n" + INDEX
                + VIEW, Theme.DARK);

        waitForText("No changes in schema detected: the database is as schema.sql says.");
        assertThat(robot.lookup("#write").queryAs(Button.class).isDisabled()).isTrue();
        take("autogenerate-nothing-dark");
        assertThat(files()).isEqualTo(3);
    }

    @Test
    void an_empty_target_is_refused_in_words_and_nothing_is_written() throws Exception {
        compare("-- nothing yet\n", Theme.LIGHT);

        waitForText("schema.sql has no table at all, and the database has one table");
        assertThat(robot.lookup("#write").queryAs(Button.class).isDisabled()).isTrue();
        take("autogenerate-refused-light");

        robot.interact(() -> robot.lookup("#autogenerate").queryAs(CheckBox.class).fire());
        waitUntil(() -> !robot.lookup("#write").queryAs(Button.class).isDisabled());
    }

    private void compare(String target, Theme theme) throws Exception {
        var shop = DriftedShop.at(folder.resolve("shop"));
        Files.writeString(shop.folder().resolve("schema.sql"), target);
        open(shop.profile(), theme);
        press(KeyCode.CONTROL, KeyCode.N);
        tabTo("#autogenerate");
        robot.push(KeyCode.SPACE);
    }

    private ProposalState proposal() {
        return window().model().write().proposal().stateProperty().get();
    }

    private String drafted() {
        return window().model().write().stateProperty().get() instanceof WriteState.Drafted(var draft)
                ? draft.text()
                : "";
    }

    private CheckBox tick(String about) {
        return robot.lookup(".tick").queryAllAs(CheckBox.class).stream().filter(box -> box.getText().contains(about))
                .findFirst().orElseThrow();
    }

    private long files() throws IOException {
        try (var all = Files.list(folder.resolve("shop/versions"))) {
            return all.count();
        }
    }
}
