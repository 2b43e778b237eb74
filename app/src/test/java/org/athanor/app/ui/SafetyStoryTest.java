package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.UserJournal;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.guard.Access;
import org.athanor.engine.run.RunResult;
import org.junit.jupiter.api.Test;

/// Where a mistake would cost something, the window says no and why.
class SafetyStoryTest extends WindowStory {
    SafetyStoryTest() {
        super(60, ".label", ".button", ".hyperlink", ".check-box");
    }

    @Test
    void a_read_only_profile_refuses_to_run_with_the_reason() throws Exception {
        open(new Profile("mirror", Environment.STAGING, TeaProject.in(folder).config(),
                Optional.of(new TeaProject(folder).url()), Access.READ_ONLY),
                Theme.LIGHT);

        press(KeyCode.CONTROL, KeyCode.U);
        waitUntil(() -> plan() instanceof PlanState.Review);
        take("read-only-light");
        assertThat(texts()).contains("is opened for reading only", "Open it without read-only", "read only");
        assertThat(run().isDisabled()).isTrue();
        assertThat(isThere("#rehearse")).isFalse();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(plan()).isInstanceOf(PlanState.Review.class);
    }

    @Test
    void a_downgrade_on_production_waits_for_the_name_of_the_database() throws Exception {
        var profile = TeaProject.in(folder).profile("prod", Environment.PRODUCTION);
        new TeaProject(folder).stand("aaaaaaaaaaaa", "CREATE TABLE tea (id integer PRIMARY KEY)",
                "INSERT INTO tea VALUES (1)");
        open(profile, Theme.DARK);

        robot.interact(() -> window().model().graph().selectLast());
        press(KeyCode.CONTROL, KeyCode.G);
        robot.write("base").push(KeyCode.ENTER);
        waitUntil(() -> plan() instanceof PlanState.Review);
        take("production-dark");
        assertThat(run().isDisabled()).isTrue();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(plan()).isInstanceOf(PlanState.Review.class);

        robot.clickOn("#typed-name").write("tea.db");
        assertThat(run().isDisabled()).isFalse();
        robot.clickOn("#run");
        waitUntil(() -> plan() instanceof PlanState.Ended);
    }

    @Test
    void a_run_that_waits_for_a_lock_names_who_holds_it_and_can_be_cancelled() throws Exception {
        var url = TestPostgres.freshDatabase();
        try (var holder = DriverManager.getConnection("jdbc:" + url.replace("postgres@", "") + "?user=postgres");
                var statement = holder.createStatement()) {
            statement.execute("CREATE TABLE tea (id integer PRIMARY KEY)");
            statement.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
            statement.execute("INSERT INTO alembic_version VALUES ('aaaaaaaaaaaa')");
            holder.setAutoCommit(false);
            statement.execute("SET application_name = 'tea-report'");
            statement.execute("LOCK TABLE tea IN ACCESS SHARE MODE");
            open(new Profile("tea", Environment.DEV, TeaProject.in(folder).config(), Optional.of(url)), Theme.LIGHT);

            press(KeyCode.CONTROL, KeyCode.U);
            waitUntil(() -> plan() instanceof PlanState.Review);
            press(KeyCode.CONTROL, KeyCode.ENTER);
            waitForText("tea-report");
            take("blocked-light");
            press(KeyCode.ESCAPE);

            waitUntil(() -> plan() instanceof PlanState.Ended);
            assertThat(((PlanState.Ended) plan()).result()).isInstanceOf(RunResult.Stopped.class);
        }
    }

    @Test
    void a_revision_that_the_folder_lacks_is_explained_with_its_remedies() throws Exception {
        new TeaProject(folder).stand("dddddddddddd");
        open(TeaProject.in(folder).profile("tea", Environment.DEV), Theme.LIGHT);

        press(KeyCode.ALT, KeyCode.DIGIT2);
        press(KeyCode.HOME);

        waitForText("Revision dddddddddddd is where tea stands, and this folder doesn't have it.");
        assertThat(texts()).contains("stamp it there");
        take("ghost-light");
    }

    @Test
    void the_inspector_tells_when_and_by_whom_a_revision_was_applied_and_what_was_edited_since() throws Exception {
        var recorded = new HashMap<>(environment());
        recorded.remove(UserJournal.SWITCH);
        open(TeaProject.in(folder).profile("tea", Environment.DEV), Optional.of(Theme.LIGHT),
                recorded);
        press(KeyCode.CONTROL, KeyCode.U);
        waitUntil(() -> plan() instanceof PlanState.Review);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil(() -> plan() instanceof PlanState.Ended);
        press(KeyCode.ESCAPE);

        robot.interact(() -> window().model().graph().selectLast());
        waitForText("applied by " + System.getProperty("user.name"));
        robot.clickOn("bbbbbbbbbbbb  Add the price");
        waitUntil(() -> window().model().selected().filter(r -> r.title().equals("Add the price"))
                .isPresent());

        var file = new TeaProject(folder).file("bbbbbbbbbbbb");
        Files.writeString(file, Files.readString(file).replace("price integer", "price bigint"));
        press(KeyCode.F5);
        waitForText("bbbbbbbbbbbb was edited after it had been applied");
        waitUntil(() -> robot.lookup(".sql").queryAllAs(TextFlow.class).stream()
                .anyMatch(flow -> String.valueOf(flow.getAccessibleText())
                        .contains("+ALTER TABLE tea ADD price bigint")));
        take("inspector-light");
        robot.interact(() -> robot.lookup(".inspector .tab-pane").queryAs(TabPane.class)
                .getSelectionModel().select(1));
        take("file-light");
    }

    @Test
    void upgrade_merge_and_stamp_need_no_mouse() throws Exception {
        var tea = TeaProject.in(folder);
        tea.branch();
        open(tea.profile("tea", Environment.DEV), Theme.LIGHT);

        press(KeyCode.CONTROL, KeyCode.M);
        waitUntil(() -> isThere("#write") && !button("#write").isDisabled());
        tabTo("#write");
        robot.push(KeyCode.SPACE);
        waitUntil(() -> window().model().headCount() == 1);

        press(KeyCode.CONTROL, KeyCode.U);
        waitUntil(() -> plan() instanceof PlanState.Review);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil(() -> window().model().statusLineProperty().get().contains("at head"));
        press(KeyCode.ESCAPE);

        press(KeyCode.CONTROL, KeyCode.P);
        robot.write("stamp").push(KeyCode.ENTER);
        waitUntil(() -> isThere("#target"));
        press(KeyCode.CONTROL, KeyCode.A);
        robot.write("aaaaaaaaaaaa").push(KeyCode.ENTER);
        waitUntil(() -> plan() instanceof PlanState.Review);
        if (isThere("#reason")) {
            tabTo("#reason");
            robot.write("the others were taken back by hand");
        }
        press(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil(() -> window().model().statusLineProperty().get().contains("3 behind"));
    }

    private PlanState plan() {
        return window().model().plan().stateProperty().get();
    }

    private Button run() {
        return button("#run");
    }

    private Button button(String id) {
        return robot.lookup(id).queryAs(Button.class);
    }
}
