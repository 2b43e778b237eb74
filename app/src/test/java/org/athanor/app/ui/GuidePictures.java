package org.athanor.app.ui;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.doctor.DoctorState;
import org.athanor.app.ui.edit.EditState;
import org.athanor.app.ui.graph.GeneratedProject;
import org.athanor.app.ui.graph.Pin;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.write.WriteState;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/// Paints every view of the window for the guide, in light and in dark. No test of the usual build: the Maven profile
/// `pictures` runs it.
class GuidePictures extends WindowStory {
    private static final Path GUIDE = Path.of("..", "docs", "pictures");

    @Override
    Map<String, String> environment() {
        return ownFolders();
    }

    @ParameterizedTest
    @EnumSource
    void welcome(Theme theme) throws Exception {
        var window = show(() -> StudioWindow.welcome(Samples.folder(), environment(), Optional.of(theme),
                Messages.load()));
        take(window, "welcome", theme);
    }

    @ParameterizedTest
    @EnumSource
    void from_the_plan_to_the_journal(Theme theme) throws Exception {
        var window = open(Samples.shop(folder), theme);
        take(window, "start", theme);
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("invoice");
        take(window, "palette", theme);
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F1);
        take(window, "keys", theme);
        robot.interact(() -> Picture.write(robot.listWindows().getLast().getScene(), file("keys", theme)));
        robot.push(KeyCode.F1);
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        take(window, "plan", theme);
        robot.clickOn("#rehearse");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Rehearsed);
        take(window, "rehearsed", theme);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil(() -> window.model().statusLineProperty().get().contains("at head"));
        take(window, "finished", theme);
        robot.push(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.J);
        waitUntil(() -> window.model().journal().detailsProperty().get().isPresent());
        take(window, "journal", theme);
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#add-profile");
        waitUntil(() -> robot.lookup("#import-url").tryQuery().isPresent());
        robot.interact(() -> {
            robot.lookup("#import-url").queryAs(TextInputControl.class)
                    .setText("postgresql://clerk@db.example.org/shop");
            robot.lookup("#import").queryAs(Button.class).fire();
            Picture.write(robot.listWindows().getLast().getScene(), file("profile-dialog", theme));
        });
        robot.push(KeyCode.ESCAPE);
    }

    @ParameterizedTest
    @EnumSource
    void hazards_on_production(Theme theme) throws Exception {
        var shop = Samples.shop(folder);
        var window = open(new Profile("shop prod", Environment.PRODUCTION, shop.config(), shop.url()), theme);
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        put("#typed-name", "shop.db");
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
        waitUntil(() -> window.model().statusLineProperty().get().contains("at head"));
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> window.model().graph().selectLast());
        robot.clickOn("#move");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        robot.interact(() -> robot.lookup("#steps").queryListView().getSelectionModel().selectLast());
        take(window, "hazards", theme);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_fails(Theme theme) throws Exception {
        var profile = Samples.shop(folder);
        send(profile, "CREATE TABLE invoice (id integer)");
        var window = open(profile, theme);
        robot.clickOn("#upgrade");
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Ended);
        take(window, "failed", theme);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_waits_for_a_lock(Theme theme) throws Exception {
        var url = TestPostgres.freshDatabase();
        var shop = Samples.shopAt(url);
        try (var holder = DriverManager.getConnection("jdbc:" + url.replace("postgres@", "") + "?user=postgres");
                var statement = holder.createStatement()) {
            var window = open(new Profile("shop staging", Environment.STAGING, shop.config(), shop.url()), theme);
            press(KeyCode.CONTROL, KeyCode.G);
            robot.write("e9c411b4fe1f").push(KeyCode.ENTER);
            waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
            press(KeyCode.CONTROL, KeyCode.ENTER);
            waitUntil(() -> window.model().statusLineProperty().get().contains("behind"));
            robot.push(KeyCode.ESCAPE);
            holder.setAutoCommit(false);
            statement.execute("SET application_name = 'monthly-report'");
            statement.execute("SELECT * FROM customer JOIN product ON true");
            robot.clickOn("#upgrade");
            waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
            press(KeyCode.CONTROL, KeyCode.ENTER);
            waitForText("monthly-report");
            take(window, "blocked", theme);
            robot.push(KeyCode.ESCAPE);
            waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Ended);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_wide_history(Theme theme) throws Exception {
        var window = open(WideHistory.in(folder), theme);
        robot.interact(() -> window.model().graph().select(4));
        take(window, "wide", theme);
    }

    @ParameterizedTest
    @EnumSource
    void stamp_and_new_revision(Theme theme) throws Exception {
        var window = open(Samples.shop(folder), theme);
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("stamp").push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#target").tryQuery().isPresent());
        robot.write("head").push(KeyCode.ENTER);
        waitUntil(() -> window.model().plan().stateProperty().get() instanceof PlanState.Review);
        take(window, "stamp", theme);
        robot.push(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.N);
        robot.write("add a teapot");
        waitUntil(() -> window.model().write().stateProperty().get() instanceof WriteState.Drafted(var draft)
                && draft.file().toString().contains("add_a_teapot"));
        take(window, "new-revision", theme);
    }

    @ParameterizedTest
    @EnumSource
    void pins_and_a_ghost(Theme theme) throws Exception {
        var profile = Samples.shop(folder);
        send(profile, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
        send(profile, "INSERT INTO alembic_version VALUES ('5eed5eed5eed')");
        var window = open(profile, theme);
        take(window, "graph-ghost", theme);
        var third = window.model().graph().rowsProperty().get().get(3).revision().id();
        robot.interact(() -> {
            window.model().graph().showPins(List.of(
                    GeneratedProject.pin("staging", Environment.STAGING, third.value()),
                    GeneratedProject.pin("prod", Environment.PRODUCTION, third.value()),
                    new Pin("qa", Environment.DEV, new Pin.Unreachable("nobody answers at qa:5432"), false)));
            window.model().graph().select(third);
        });
        take(window, "graph-pins", theme);
    }

    @ParameterizedTest
    @EnumSource
    void merge(Theme theme) throws Exception {
        var window = open(Samples.broken("two-heads", folder), theme);
        robot.clickOn("#merge-heads");
        waitUntil(() -> !(window.model().write().stateProperty().get() instanceof WriteState.Drafting));
        take(window, "merge", theme);
    }

    @ParameterizedTest
    @EnumSource
    void broken_folder_doctor_and_editor(Theme theme) throws Exception {
        var window = open(Samples.broken("bad-header", folder), theme);
        take(window, "broken", theme);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        waitUntil(() -> window.model().doctor().stateProperty().get() instanceof DoctorState.Done);
        take(window, "doctor", theme);
        robot.push(KeyCode.ESCAPE);
        var place = window.model().project().orElseThrow().problems().stream().map(Problem::place)
                .flatMap(Optional::stream).findFirst().orElseThrow();
        robot.interact(() -> window.model().open(place));
        waitUntil(() -> window.model().edit().stateProperty().get() instanceof EditState.Open);
        waitUntil(() -> !window.model().edit().problemsProperty().get().isEmpty());
        take(window, "editor", theme);
    }

    @ParameterizedTest
    @EnumSource
    void an_unreachable_database(Theme theme) throws Exception {
        take(open(Samples.shopAt("postgresql://nobody@localhost:1/nothing"), theme), "unreachable", theme);
    }

    private static void send(Profile profile, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(profile.url().orElseThrow());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void take(StudioWindow window, String name, Theme theme) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        new FirstRun(window).take(file(name, theme));
    }

    private static Path file(String name, Theme theme) {
        return GUIDE.resolve("%s-%s.png".formatted(name, theme.styleClass()));
    }
}
