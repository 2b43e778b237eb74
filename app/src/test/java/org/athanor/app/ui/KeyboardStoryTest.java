package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.guard.Access;
import org.athanor.engine.run.RunResult;
import org.junit.jupiter.api.Test;

/// What a person does with databases, each time with the keyboard alone: nothing here clicks, and nothing is told to the
/// window but by its keys.
class KeyboardStoryTest extends WindowStory {
    KeyboardStoryTest() {
        super(60, ".label", ".button", ".hyperlink", ".check-box");
    }

    @Test
    void a_first_start_leads_to_the_sample() throws Exception {
        show(() -> StudioWindow.welcome(Samples.folder(), environment(), Optional.of(Theme.LIGHT), Messages.load()));

        tabTo("#welcome-sample");
        robot.push(KeyCode.SPACE);
        waitUntil(() -> isThere("#upgrade"));
        new FirstRun(window()).open();
        upgrade();

        waitForText("15 steps are applied.");
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_opens_the_database() throws Exception {
        open(Samples.shop(folder), Theme.LIGHT);
        palette("make a profile");
        tabTo("#import-url");
        write("postgresql://%s@localhost:%d/postgres".formatted(TestPostgres.GUARDED, TestPostgres.port()));
        robot.push(KeyCode.ENTER);
        type("#name", "guarded");
        type("#password", "canary-4712");
        type("#project", Samples.folder().resolve("shop").toAbsolutePath().toString());
        tabTo("#test");
        robot.push(KeyCode.SPACE);
        waitForText("user or password is wrong");

        type("#password", TestPostgres.PASSWORD);
        tabTo("#test");
        robot.push(KeyCode.SPACE);
        waitForText("It works: PostgreSQL 18");
        tabTo("#save-profile");
        robot.push(KeyCode.SPACE);
        type("#prompt-password", "vault-4713");
        type("#prompt-again", "vault-4713");
        robot.push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#profiles").queryListView().getItems().size() == 2);

        palette("guarded");
        type("#prompt-password", "vault-4713");
        robot.push(KeyCode.ENTER);
        waitUntil(() -> status().contains("guarded") && status().contains("postgresql"));
    }

    @Test
    void three_databases_are_heard_where_they_stand() throws Exception {
        var tea = TeaProject.in(folder);
        tea.stand("aaaaaaaaaaaa", "CREATE TABLE tea (id integer PRIMARY KEY)");
        Files.createDirectories(folder.resolve("config/athanor"));
        Files.writeString(folder.resolve("config/athanor/profiles.toml"), """
                [profile.qa]
                project = "%1$s"
                file = "%2$s"
                [profile.prod]
                environment = "production"
                project = "%1$s"
                host = "localhost"
                port = 1
                database = "tea"
                user = "nobody"
                password = "pgpass"
                """.formatted(tea.config(), folder.resolve("tea.db")));
        open(tea.profile("tea", Environment.DEV), Theme.LIGHT);
        waitUntil(() -> window().model().profiles().pins().size() == 2);

        press(KeyCode.ALT, KeyCode.DIGIT2);
        press(KeyCode.END);
        waitUntil(() -> heard().contains("tea (dev) stands here.") && heard().contains("qa (local) stands here."));
        assertThat(texts()).contains("prod (production): ");
    }

    @Test
    void an_upgrade_is_read_rehearsed_and_run() throws Exception {
        open(Samples.shop(folder), Theme.DARK);
        press(KeyCode.CONTROL, KeyCode.U);
        waitUntil(() -> plan() instanceof PlanState.Review);
        tabTo("#steps");
        robot.push(KeyCode.DOWN);
        tabTo("#rehearse");
        robot.push(KeyCode.SPACE);
        waitForText("everything was rolled back");

        press(KeyCode.CONTROL, KeyCode.ENTER);
        waitForText("15 steps are applied.");
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> plan() instanceof PlanState.Closed);
    }

    @Test
    void a_run_that_waits_for_a_lock_is_cancelled() throws Exception {
        var url = TestPostgres.freshDatabase();
        var tea = TeaProject.in(folder);
        try (var holder = DriverManager.getConnection("jdbc:" + url.replace("postgres@", "") + "?user=postgres");
                var statement = holder.createStatement()) {
            statement.execute("CREATE TABLE tea (id integer PRIMARY KEY)");
            statement.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
            statement.execute("INSERT INTO alembic_version VALUES ('aaaaaaaaaaaa')");
            holder.setAutoCommit(false);
            statement.execute("SET application_name = 'tea-report'");
            statement.execute("LOCK TABLE tea IN ACCESS SHARE MODE");
            open(new Profile("tea", Environment.DEV, tea.config(), Optional.of(url)), Theme.LIGHT);

            upgrade();
            waitForText("tea-report");
            tabTo("#stop");
            robot.push(KeyCode.SPACE);

            waitUntil(() -> plan() instanceof PlanState.Ended(_, RunResult.Stopped _));
        }
    }

    @Test
    void a_downgrade_on_production_wants_the_name_typed() throws Exception {
        var tea = TeaProject.in(folder);
        tea.stand("aaaaaaaaaaaa", "CREATE TABLE tea (id integer PRIMARY KEY)", "INSERT INTO tea VALUES (1)");
        open(tea.profile("prod", Environment.PRODUCTION), Theme.DARK);

        press(KeyCode.CONTROL, KeyCode.G);
        write("base");
        robot.push(KeyCode.ENTER);
        waitUntil(() -> plan() instanceof PlanState.Review);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(plan()).isInstanceOf(PlanState.Review.class);
        type("#typed-name", "tea");
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(plan()).isInstanceOf(PlanState.Review.class);
        write(".db");
        press(KeyCode.CONTROL, KeyCode.ENTER);

        waitUntil(() -> plan() instanceof PlanState.Ended(_, RunResult.Completed _));
    }

    @Test
    void any_plan_on_production_wants_the_name_typed_and_enter_cancels() throws Exception {
        open(TeaProject.in(folder).profile("prod", Environment.PRODUCTION), Theme.LIGHT);

        upgrade();
        assertThat(plan()).isInstanceOfSatisfying(PlanState.Review.class,
                review -> assertThat(review.plan().hazards()).isEmpty());
        take("production-name-light");
        robot.push(KeyCode.ENTER);
        waitUntil(() -> plan() instanceof PlanState.Closed);

        press(KeyCode.CONTROL, KeyCode.U);
        waitUntil(() -> plan() instanceof PlanState.Review);
        type("#typed-name", "tea.db");
        tabTo("#run");
        robot.push(KeyCode.SPACE);
        waitUntil(() -> plan() instanceof PlanState.Ended(_, RunResult.Completed _));
    }

    @Test
    void a_profile_that_only_reads_says_why_it_runs_nothing() throws Exception {
        var tea = TeaProject.in(folder);
        open(new Profile("mirror", Environment.STAGING, tea.config(), Optional.of(tea.url()), Access.READ_ONLY),
                Theme.LIGHT);

        press(KeyCode.CONTROL, KeyCode.U);

        waitUntil(() -> plan() instanceof PlanState.Review);
        assertThat(texts()).contains("is opened for reading only");
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(plan()).isInstanceOf(PlanState.Review.class);
    }

    @Test
    void a_revision_that_the_folder_lacks_is_explained() throws Exception {
        var tea = TeaProject.in(folder);
        tea.stand("dddddddddddd");
        open(tea.profile("tea", Environment.DEV), Theme.DARK);

        press(KeyCode.ALT, KeyCode.DIGIT2);
        press(KeyCode.HOME);

        waitForText("Revision dddddddddddd is where tea stands, and this folder doesn't have it.");
        assertThat(heard()).startsWith("Revision dddddddddddd is not in this folder.");
        tabTo("#copy-stamp");
    }

    @Test
    void an_empty_database_is_stamped_with_a_reason() throws Exception {
        open(Samples.shop(folder), Theme.LIGHT);
        palette("stamp");
        type("#target", "head");
        robot.push(KeyCode.ENTER);
        waitForText("doesn't look as if it stood at");
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(plan()).isInstanceOf(PlanState.Review.class);

        type("#reason", "restored from a dump");
        press(KeyCode.CONTROL, KeyCode.ENTER);

        waitUntil(() -> status().contains("at head"));
    }

    @Test
    void a_run_that_was_cut_off_is_told_at_the_next_start_with_what_to_do() throws Exception {
        Map<String, String> recorded = new HashMap<>(ownFolders());
        var tea = TeaProject.in(folder).profile("tea", Environment.DEV);
        open(tea, Optional.of(Theme.LIGHT), recorded);
        upgrade();
        waitUntil(() -> plan() instanceof PlanState.Ended);
        closeWindow();
        cutOff();

        open(tea, Optional.of(Theme.LIGHT), recorded);

        waitForText("has no end: 2 of 2 steps are applied");
        assertThat(texts()).contains("Every step went through");
        take("interrupted-light");
        press(KeyCode.CONTROL, KeyCode.J);
        waitForText("interrupted");
    }

    /// What is left of the journal when the program was killed before the run's end.
    private void cutOff() throws Exception {
        try (var books = Files.list(folder.resolve("state/athanor/journal"))) {
            var book = books.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            var lines = Files.readAllLines(book);
            Files.write(book, lines.subList(0, lines.size() - 1));
            Files.writeString(book, Files.readString(book).replaceAll("\"started\":\"[^\"]*\"",
                    "\"started\":\"1970-01-01T00:00:00Z\""));
        }
    }

    private void upgrade() throws Exception {
        press(KeyCode.CONTROL, KeyCode.U);
        waitUntil(() -> plan() instanceof PlanState.Review);
        press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private void palette(String words) {
        press(KeyCode.CONTROL, KeyCode.K);
        write(words);
        robot.push(KeyCode.ENTER);
    }

    private void type(String field, String text) throws Exception {
        tabTo(field);
        press(KeyCode.CONTROL, KeyCode.A);
        write(text);
    }

    private PlanState plan() {
        return window().model().plan().stateProperty().get();
    }

    private String status() {
        return window().model().statusLineProperty().get();
    }

    private String heard() {
        return String.valueOf(robot.lookup("#graph").queryAs(Node.class).getAccessibleText());
    }
}
