package org.athanor.app.ui;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.ui.edit.EditState;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.write.WriteState;
import org.junit.jupiter.api.Test;

/// What a person does with files of revisions, each time with the keyboard alone.
class KeyboardWritingTest extends WindowStory {
    KeyboardWritingTest() {
        super(60, ".label", ".button", ".hyperlink", ".check-box");
    }

    @Test
    void two_heads_are_merged_and_taken_back() throws Exception {
        var tea = TeaProject.in(folder);
        tea.branch();
        open(tea.profile("tea", Environment.DEV), Theme.LIGHT);
        waitForText("2 heads: merge");

        press(KeyCode.CONTROL, KeyCode.M);
        waitUntil(() -> window().model().write().stateProperty().get() instanceof WriteState.Drafted);
        tabTo("#write");
        robot.push(KeyCode.SPACE);
        waitUntil(() -> window().model().headCount() == 1);

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        waitUntil(() -> window().model().headCount() == 2);
    }

    @Test
    void a_new_revision_is_made_from_a_template_and_taken_back() throws Exception {
        var tea = TeaProject.in(folder);
        open(tea.profile("tea", Environment.DEV), Theme.DARK);
        press(KeyCode.CONTROL, KeyCode.N);
        write("add a teapot");
        tabTo("#write-template");
        robot.push(KeyCode.DOWN);
        waitUntil(() -> window().model().write().stateProperty().get() instanceof WriteState.Drafted(var draft)
                && draft.text().contains("CREATE TABLE") && draft.file().toString().contains("add_a_teapot"));
        tabTo("#write");
        robot.push(KeyCode.SPACE);
        waitUntil(() -> window().model().selected().filter(r -> r.title().equals("add a teapot")).isPresent());

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        waitUntil(() -> window().model().graph().rowsProperty().get().size() == 2);
    }

    @Test
    void a_revision_that_is_edited_after_it_was_applied_is_flagged() throws Exception {
        Map<String, String> recorded = new HashMap<>(ownFolders());
        open(TeaProject.in(folder).profile("tea", Environment.DEV), Optional.of(Theme.LIGHT), recorded);
        press(KeyCode.CONTROL, KeyCode.U);
        waitUntil(() -> window().model().plan().stateProperty().get() instanceof PlanState.Review);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil(() -> window().model().statusLineProperty().get().contains("at head"));
        robot.push(KeyCode.ESCAPE);

        press(KeyCode.ALT, KeyCode.DIGIT2);
        press(KeyCode.HOME);
        press(KeyCode.CONTROL, KeyCode.E);
        waitUntil(() -> window().model().edit().stateProperty().get() instanceof EditState.Open);
        press(KeyCode.CONTROL, KeyCode.END);
        robot.push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP);
        robot.push(KeyCode.END).push(KeyCode.BACK_SPACE);
        write(" DEFAULT 1;");
        press(KeyCode.CONTROL, KeyCode.S);
        waitForText("bbbbbbbbbbbb was edited after it had been applied");
        robot.push(KeyCode.ESCAPE);

        waitUntil(() -> heard().contains("Edited"));
    }

    @Test
    void a_broken_folder_leads_to_the_line_of_its_problem() throws Exception {
        var tea = TeaProject.in(folder);
        tea.write("eeeeeeeeeeee", "ffffffffffff", "Add the pot", "SELECT 1", "SELECT 1");
        open(tea.profile("tea", Environment.DEV), Theme.LIGHT);
        waitForText("ffffffffffff, which is not in this folder");

        tabTo(".place");
        robot.push(KeyCode.SPACE);

        waitUntil(() -> window().model().edit().stateProperty().get() instanceof EditState.Open);
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> !isThere("#editor"));
    }

    @Test
    void ten_thousand_revisions_are_searched() throws Exception {
        open(longHistory(10_000), Theme.DARK);

        press(KeyCode.CONTROL, KeyCode.F);
        write("number 77");
        waitUntil(() -> hits().equals("1 of 111"));
        robot.push(KeyCode.ENTER);
        waitUntil(() -> hits().equals("2 of 111"));
        press(KeyCode.SHIFT, KeyCode.ENTER);
        waitUntil(() -> hits().equals("1 of 111"));
        robot.push(KeyCode.DOWN);
        press(KeyCode.CONTROL, KeyCode.K);
        write("number 4242");
        robot.push(KeyCode.ENTER);

        waitUntil(() -> heard().startsWith("Revision r04242, Number 4242."));
    }

    private Profile longHistory(int count) throws Exception {
        var versions = Files.createDirectories(folder.resolve("long/versions"));
        Files.writeString(folder.resolve("long/athanor.toml"), "[athanor]\n");
        for (int i = 0; i < count; i++) {
            Files.writeString(versions.resolve("r%05d.sql".formatted(i)), """
                    -- revision: r%05d
                    -- down_revision: %s
                    -- message: Number %1$d

                    -- +upgrade
                    SELECT 1;
                    """.formatted(i, i == 0 ? "" : "r%05d".formatted(i - 1)));
        }
        return new Profile("long", Environment.LOCAL, folder.resolve("long/athanor.toml"),
                Optional.of("jdbc:sqlite:" + folder.resolve("long.db")));
    }

    private String hits() {
        return robot.lookup("#graph-hits").queryAs(Label.class).getText();
    }

    private String heard() {
        return String.valueOf(robot.lookup("#graph").queryAs(Node.class).getAccessibleText());
    }
}
