package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.ui.graph.Entry;
import org.athanor.app.ui.graph.GeneratedProject;
import org.athanor.app.ui.graph.Pin;
import org.athanor.app.ui.plan.PlanState;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The graph as a person uses it.
class GraphStoryTest extends WindowStory {
    private static final double ROW = 28;

    @Override
    Map<String, String> environment() {
        return Samples.NO_JOURNAL;
    }

    @Test
    void ten_thousand_revisions_are_searched_with_the_keyboard_alone() throws Exception {
        open(longHistory(10_000), Theme.LIGHT);
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);

        robot.write("77");
        waitUntil(() -> hits().equals("1 of 280"));
        robot.push(KeyCode.ENTER);
        waitUntil(() -> hits().equals("2 of 280"));
        take("graph-search-light");
        robot.eraseText(2).write("table_00042");

        waitUntil(() -> hits().equals("1 of 1"));
        assertThat(spoken()).startsWith("Revision r00042, Change 42.");
    }

    @Test
    void three_databases_show_where_they_stand_and_why_one_does_not() throws Exception {
        var window = open(Samples.shop(folder), Theme.DARK);
        var rows = window.model().graph().rowsProperty().get();
        var third = rows.get(3).revision().id().value();

        robot.interact(() -> window.model().graph()
                .showPins(List.of(GeneratedProject.pin("staging", Environment.STAGING, third),
                        GeneratedProject.pin("prod", Environment.PRODUCTION, third),
                        new Pin("qa", Environment.DEV, new Pin.Unreachable("nobody answers at qa:5432"), false))));
        robot.interact(() -> window.model().graph().select(rows.get(3).revision().id()));
        take("graph-pins-dark");

        assertThat(spoken()).contains("staging (staging) stands here. prod (production) stands here.");
        assertThat(texts()).contains("qa (dev): nobody answers at qa:5432", "test (local) is empty");
    }

    @Test
    void a_long_reason_leaves_the_graph_where_it_is() throws Exception {
        var window = open(Samples.shop(folder), Theme.DARK);
        var before = robot.lookup("#graph").query().localToScene(0, 0).getX();

        robot.interact(() -> window.model().graph().showPins(List.of(new Pin("a database with quite a long name",
                Environment.PRODUCTION, new Pin.Unreachable("it can't be reached, because " + "nobody ".repeat(60)),
                false))));
        drawn();

        assertThat(robot.lookup("#elsewhere .label").queryAll()).hasSize(2);
        assertThat(robot.lookup("#graph").query().localToScene(0, 0).getX()).isEqualTo(before);
    }

    @Test
    void a_pin_that_is_dragged_to_a_revision_opens_the_plan() throws Exception {
        var profile = Samples.shop(folder);
        stampAt(profile, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)", "5eed");
        var window = open(profile, Theme.LIGHT);
        var target = window.model().graph().rowsProperty().get().getFirst();

        var pin = endOfRow(0);
        robot.drag(pin).dropTo(endOfRow(1).subtract(200, 0));

        waitUntil(() -> !(window.model().plan().stateProperty().get() instanceof PlanState.Closed));
        assertThat(target.head()).isTrue();
    }

    @Test
    void a_double_click_and_the_enter_key_show_the_plan_to_a_revision() throws Exception {
        var window = open(Samples.shop(folder), Theme.LIGHT);
        assertThat(window.scene().getFocusOwner()).hasFieldOrPropertyWithValue("id", "graph");

        doubleClick(2);
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        assertThat(texts()).contains("Run 10 steps on test (local)");
        robot.push(KeyCode.ESCAPE);
        assertThat(window.model().plan().stateProperty().get()).isInstanceOf(PlanState.Closed.class);
        assertThat(window.scene().getFocusOwner()).hasFieldOrPropertyWithValue("id", "graph");
        robot.push(KeyCode.END).push(KeyCode.ENTER);

        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        assertThat(texts()).contains("Run 1 step on test (local)");
    }

    /// However slow the machine is between two clicks.
    private void doubleClick(int row) {
        var canvas = robot.lookup("#graph").query();
        robot.interact(() -> {
            var at = canvas.localToScene(300, row * ROW + ROW / 2);
            Event.fireEvent(canvas, new MouseEvent(MouseEvent.MOUSE_CLICKED, at.getX(), at.getY(), 0, 0,
                    MouseButton.PRIMARY, 2, false, false, false, false, false, false, false, false, false, true,
                    new PickResult(canvas, at.getX(), at.getY())));
        });
    }

    @Test
    void a_ghost_is_explained_with_what_can_be_done() throws Exception {
        var profile = Samples.shop(folder);
        stampAt(profile, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)", "5eedf00dcafe");
        var window = open(profile, Theme.LIGHT);

        robot.press(KeyCode.ALT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.ALT);
        robot.push(KeyCode.HOME);
        take("graph-ghost-light");

        assertThat(window.model().graph().selectedEntryProperty().get()).get().isInstanceOf(Entry.Ghost.class);
        assertThat(texts()).contains("Revision 5eedf00dcafe is where test stands, and this folder doesn't have it.",
                "Copy the stamp command", "The file may be on another branch");
        robot.interact(() -> robot.lookup("#copy-stamp").queryButton().fire());
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains("--url jdbc:sqlite:",
                "stamp --purge"));
    }

    @Test
    void the_problems_of_a_broken_folder_lead_to_their_files() throws Exception {
        var window = open(Samples.broken("missing-parent", folder), Theme.DARK);

        var link = robot.lookup(".place").queryAs(Hyperlink.class);
        take("graph-broken-dark");

        assertThat(link.getText()).contains("b2c3d4e5f6a1_create_the_teapot_table.sql:2");
        robot.interact(() -> window.model().graph().selectFirst());
        assertThat(texts()).contains("which is not in this folder");
    }

    @Test
    void a_new_file_shows_by_itself_and_selection_and_place_stay() throws Exception {
        var window = open(longHistory(200), Theme.LIGHT);
        robot.interact(() -> window.model().graph().select(100));
        var before = spoken();

        Files.writeString(folder.resolve("long/versions/r00200.sql"), revision(200));

        waitUntil(() -> window.model().graph().rowsProperty().get().size() == 201);
        assertThat(spoken()).startsWith(before.substring(0, before.indexOf(',')));
    }

    @Test
    void runs_are_put_away_and_rows_made_larger_with_the_keyboard_alone() throws Exception {
        var window = open(longHistory(200), Theme.DARK);
        robot.press(KeyCode.ALT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.ALT);
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.RIGHT);

        robot.push(KeyCode.SPACE);
        assertThat(entries(window)).isEqualTo(3);
        assertThat(spoken()).startsWith("198 revisions put away, from r00001 to r00198.");
        robot.press(KeyCode.CONTROL, KeyCode.PLUS).release(KeyCode.PLUS, KeyCode.CONTROL);
        assertThat(window.model().graph().zoom().factorProperty().get()).isGreaterThan(1);
        take("graph-folded-dark");
        robot.push(KeyCode.SPACE);
        assertThat(entries(window)).isEqualTo(200);
    }

    private static int entries(StudioWindow window) {
        WaitForAsyncUtils.waitForFxEvents();
        return window.model().graph().contentsProperty().get().orElseThrow().size();
    }

    /// A line of revisions, each with a table of its own.
    private Profile longHistory(int size) throws IOException {
        var versions = Files.createDirectories(folder.resolve("long/versions"));
        Files.writeString(folder.resolve("long/athanor.toml"), """
                [athanor]
                script_location = "."
                """);
        for (int i = 0; i < size; i++) {
            Files.writeString(versions.resolve("r%05d.sql".formatted(i)), revision(i));
        }
        return new Profile("test", Environment.LOCAL, folder.resolve("long/athanor.toml"),
                Optional.of("jdbc:sqlite:" + folder.resolve("long.db")));
    }

    private static String revision(int number) {
        return """
                -- revision: r%05d
                -- down_revision: %s
                -- message: Change %d

                -- +upgrade
                CREATE TABLE table_%1$05d (id integer);

                -- +downgrade
                DROP TABLE table_%1$05d;
                """.formatted(number, number == 0 ? "" : "r%05d".formatted(number - 1), number);
    }

    private static void stampAt(Profile profile, String table, String row) throws Exception {
        try (var connection = DriverManager.getConnection(profile.url().orElseThrow());
                var statement = connection.createStatement()) {
            statement.execute(table);
            statement.execute("INSERT INTO alembic_version VALUES ('" + row + "')");
        }
    }

    private Point2D endOfRow(int row) {
        var canvas = robot.lookup("#graph").queryAs(Node.class);
        var bounds = canvas.localToScreen(canvas.getBoundsInLocal());
        return new Point2D(bounds.getMaxX() - 45, bounds.getMinY() + (row + 0.5) * ROW);
    }

    private String hits() {
        return robot.lookup("#graph-hits").queryAs(Label.class).getText();
    }

    private String spoken() {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#graph").queryAs(Node.class).getAccessibleText();
    }
}
