package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.ui.graph.GraphRow;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.write.WriteState;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The window as a person uses it: mouse, keys and what can be read on it.
class StudioTest extends WindowStory {
    StudioTest() {
        super(20, ".label", ".button", ".hyperlink");
    }

    @Override
    Map<String, String> environment() {
        return Samples.NO_JOURNAL;
    }

    @Test
    void the_first_start_shows_all_revisions_and_what_can_be_done() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);

        assertThat(window.model().graph().rowsProperty().get()).hasSize(15);
        assertThat(texts()).contains("shop", "Upgrade to head", "empty", "Select a revision to see what it does.");
        take("start-light");
    }

    @Test
    void upgrade_to_head_shows_the_sql_runs_it_and_moves_the_pin() throws Exception {
        var window = open(Samples.shop(folder), Theme.DARK);
        robot.interact(() -> window.model().graph().move(1));
        take("start-dark");

        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        drawn();
        assertThat(sql()).contains("CREATE TABLE customer").contains("INSERT INTO alembic_version");
        assertThat(robot.lookup("#close-plan").queryAs(Node.class).isFocused()).isTrue();
        assertThat(robot.lookup("#run").queryAs(Button.class).getText()).isEqualTo("Run 15 steps on test (local)");
        take("plan-dark");

        robot.clickOn("#run");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Ended);
        waitUntil(() -> window.model().statusLineProperty().get().contains("at head"));
        drawn();
        assertThat(robot.lookup("#result").queryAs(Label.class).getText())
                .isEqualTo("15 steps are applied. test stands at 3aa1a1a6.");
        assertThat(pinned(window)).isEqualTo("3aa1a1a61566");
        take("head-dark");
    }

    @Test
    void the_keys_move_through_the_graph_and_the_selected_row_can_be_heard() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);
        robot.press(KeyCode.ALT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.ALT);

        robot.push(KeyCode.DOWN);
        assertThat(selected(window)).isZero();
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        assertThat(selected(window)).isEqualTo(2);
        robot.push(KeyCode.END);
        assertThat(selected(window)).isEqualTo(14);
        robot.push(KeyCode.UP);
        assertThat(selected(window)).isEqualTo(13);
        robot.push(KeyCode.HOME);
        var graph = robot.lookup("#graph").queryAs(Node.class);
        assertThat(graph.getAccessibleRole()).isEqualTo(AccessibleRole.LIST_ITEM);
        assertThat(graph.getAccessibleText())
                .isEqualTo("Revision 3aa1a1a61566, Create the unpaid invoice view. Pending. Head. Row 1 of 15.");
        waitUntil(() -> sql().contains("CREATE VIEW unpaid_invoice"));
    }

    @Test
    void control_enter_runs_the_plan_on_show_and_escape_puts_it_away() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        take("plan-light");

        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Ended);
        waitUntil(() -> window.model().statusLineProperty().get().contains("at head"));
        robot.push(KeyCode.ESCAPE);

        assertThat(window.model().plan().stateProperty().get()).isInstanceOf(PlanState.Closed.class);
        waitUntil(() -> texts().contains("Nothing is pending."));
        robot.interact(() -> window.model().graph().move(1));
        take("head-light");
    }

    @Test
    void a_step_that_fails_says_where_and_what_stays() throws Exception {
        var profile = Samples.shop(folder);
        try (var connection = DriverManager.getConnection(profile.url().orElseThrow());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE invoice (id integer)");
        }
        var window = open(profile, Theme.LIGHT);

        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        drawn();
        robot.clickOn("#run");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Ended);
        waitUntil(() -> window.model().statusLineProperty().get().contains("behind"));
        drawn();

        assertThat(texts()).contains("failed and was rolled back", "7ad99c1657b1_create_the_invoice_table.sql",
                "table invoice already exists");
        take("failed-light");
    }

    @Test
    void the_way_down_warns_of_what_is_lost() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        waitUntil(() -> window.model().statusLineProperty().get().contains("at head"));
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> window.model().graph().selectLast());
        drawn();

        robot.clickOn("#move");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        robot.interact(() -> robot.lookup("#steps").queryListView().getSelectionModel().selectLast());
        drawn();

        assertThat(texts()).contains("hazards").contains("The table product is dropped with 5 rows.");
        take("hazards-light");
    }

    @Test
    void f1_lists_the_keys() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);

        robot.push(KeyCode.F1);

        waitUntil(() -> texts().contains("Run the plan on show"));
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> !texts().contains("Run the plan on show"));
        assertThat(window.model().plan().isRunning()).isFalse();
    }

    @Test
    void the_palette_finds_a_revision_by_a_word_and_selects_it() throws Exception {
        var window = open(Samples.shop(folder), Theme.DARK);

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        drawn();
        robot.write("payment");
        take("palette-dark");
        robot.push(KeyCode.ENTER);

        assertThat(selectedId(window)).isEqualTo("19e707c6ca8b");
    }

    @Test
    void an_empty_database_is_stamped_only_with_a_reason() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("stamp").push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#target").tryQuery().isPresent());
        robot.write("head").push(KeyCode.ENTER);
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        drawn();
        assertThat(texts()).contains("doesn't look as if it stood at 3aa1a1a61566");
        assertThat(robot.lookup("#run").queryAs(Button.class).isDisabled()).isTrue();
        take("stamp-light");

        robot.clickOn("#reason").write("restored from a dump");
        robot.clickOn("#run");
        waitUntil(() -> window.model().statusLineProperty().get().contains("at head"));
        drawn();
        assertThat(texts()).contains("Nothing was run.");
    }

    @Test
    void a_plan_is_rehearsed_before_it_runs() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        drawn();

        robot.clickOn("#rehearse");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Rehearsed);
        drawn();
        assertThat(texts()).contains("Rehearsed 15 steps to 3aa1a1a6; everything was rolled back.")
                .contains("The database is as it was before.");
        assertThat(window.model().statusLineProperty().get()).contains("empty");
        take("rehearsed-light");

        robot.clickOn("#run");
        waitUntil(() -> window.model().statusLineProperty().get().contains("at head"));
    }

    @Test
    void two_heads_are_seen_merged_and_taken_back() throws Exception {
        var window = open(twoHeads(), Theme.LIGHT);
        assertThat(texts()).contains("2 heads: merge");

        robot.clickOn("#merge-heads");
        waitUntil(() -> window.model().write().stateProperty().get() instanceof WriteState.Drafted);
        drawn();
        take("merge-light");
        robot.clickOn("#write");
        waitUntil(() -> window.model().headCount() == 1);
        drawn();
        assertThat(texts()).doesNotContain("2 heads");
        assertThat(window.model().selected().orElseThrow().isMerge()).isTrue();

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);
        waitUntil(() -> window.model().headCount() == 2);
    }

    @Test
    void a_new_revision_from_a_template_is_shown_before_it_is_written() throws Exception {
        var window = open(twoHeads(), Theme.DARK);

        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        robot.write("add a teapot");
        robot.interact(() -> robot.lookup("#write-template").queryComboBox().getSelectionModel().select(1));
        waitUntil(() -> window.model().write().stateProperty().get() instanceof WriteState.Drafted(var draft)
                && draft.text().contains("CREATE TABLE") && draft.file().toString().contains("add_a_teapot"));
        drawn();
        take("new-revision-dark");
        robot.clickOn("#write");

        waitUntil(() -> window.model().selected().filter(r -> r.title().equals("add a teapot")).isPresent());
    }

    private Profile twoHeads() throws IOException {
        var versions = Files.createDirectories(folder.resolve("project/versions"));
        Files.writeString(folder.resolve("project/athanor.toml"), "[athanor]\n");
        for (var line : List.of("aaaaaaaaaaaa::Create the tea table", "bbbbbbbbbbbb:aaaaaaaaaaaa:Add the price",
                "cccccccccccc:aaaaaaaaaaaa:Add the origin")) {
            var parts = line.split(":", 3);
            Files.writeString(versions.resolve(parts[0] + ".sql"), """
                    -- revision: %s
                    -- down_revision: %s
                    -- message: %s

                    -- +upgrade
                    CREATE TABLE t_%1$s (id integer PRIMARY KEY);

                    -- +downgrade
                    DROP TABLE t_%1$s;
                    """.formatted(parts[0], parts[1], parts[2]));
        }
        return new Profile("tea", Environment.DEV, folder.resolve("project/athanor.toml"),
                Optional.of("jdbc:sqlite:" + folder.resolve("tea.db")));
    }

    @Test
    void a_broken_folder_shows_its_problem_with_place_and_hint() throws Exception {
        open(Samples.broken("missing-parent", folder), Theme.LIGHT);

        assertThat(texts()).contains("which is not in this folder").contains("b2c3d4e5f6a1_create_the_teapot_table.sql")
                .contains("Restore it");
        assertThat(robot.lookup("#upgrade").queryAs(Button.class).isDisabled()).isTrue();
        take("broken-light");
    }

    @Test
    void a_project_that_is_not_there_says_so_and_offers_to_read_again() throws Exception {
        open(Samples.broken("no-such-folder", folder), Theme.DARK);

        assertThat(texts()).contains("This project can't be opened.").contains("Read again");
        take("no-project-dark");
    }

    @Test
    void an_unreachable_database_leaves_the_graph_and_offers_to_try_again() throws Exception {
        var window = open(Samples.shopAt("postgresql://nobody@localhost:1/nothing"), Theme.LIGHT);

        assertThat(texts()).contains("localhost:1").contains("Try again");
        assertThat(window.model().graph().rowsProperty().get()).hasSize(15);
        take("unreachable-light");
    }

    @Test
    void the_theme_button_changes_the_tokens() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);

        robot.clickOn("#theme");

        assertThat(window.view().getStyleClass()).contains("dark").doesNotContain("light");
    }

    private String sql() {
        var all = new StringBuilder();
        robot.lookup(".sql").queryAllAs(TextFlow.class)
                .forEach(flow -> all.append(flow.getAccessibleText()).append('\n'));
        return all.toString();
    }

    private static int selected(StudioWindow window) {
        WaitForAsyncUtils.waitForFxEvents();
        return window.model().graph().selectedProperty().get();
    }

    private static String selectedId(StudioWindow window) {
        WaitForAsyncUtils.waitForFxEvents();
        return window.model().selected().map(r -> r.id().value()).orElse("nothing");
    }

    private static String pinned(StudioWindow window) {
        return window.model().graph().rowsProperty().get().stream().filter(row -> row.pin().isPresent()).findFirst()
                .map(GraphRow::revision).map(r -> r.id().value()).orElse("nowhere");
    }
}
