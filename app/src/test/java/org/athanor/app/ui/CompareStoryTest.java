package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.text.TextFlow;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.ui.compare.CompareState;
import org.athanor.app.ui.compare.DriftState;
import org.athanor.app.ui.compare.DriftedShop;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.workspace.SchemaChoice;
import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.Test;

/// Somebody changed the database behind the revisions' back: the window tells, and shows what.
class CompareStoryTest extends WindowStory {
    CompareStoryTest() {
        super(60, ".label", ".button");
    }

    @Test
    void the_badge_of_a_drifted_database_leads_to_both_sides_and_the_script() throws Exception {
        open(DriftedShop.drifted(folder.resolve("shop")).profile(), Theme.LIGHT);
        waitUntil(() -> drift() instanceof DriftState.Found);
        assertThat(badge().getText()).isEqualTo("Drift: 4 differences");
        take("drift-light");

        robot.interact(() -> badge().fire());

        waitForText("4 differences from the database to its own revisions");
        assertThat(texts()).contains("remove", "table <b>loud</b>", "column nickname", "index customer_name");
        robot.clickOn("index customer_name");
        waitUntil(() -> spoken().contains("In its own revisions: INDEX customer_name"));
        assertThat(spoken()).contains("(name)");
        assertThat(script()).contains("CREATE INDEX customer_name ON customer (name)");
        assertThat(texts()).contains("customer.nickname may be called note now");
        take("compare-light");
        robot.clickOn("table <b>loud</b>");
        waitUntil(() -> spoken().contains("CREATE TABLE"));
        take("compare-table-light");
        robot.clickOn("#copy-compare");
        assertThat(clipboard()).endsWith("diff --from database --to current");
    }

    @Test
    void two_schemas_are_chosen_and_compared_by_the_keyboard() throws Exception {
        var shop = DriftedShop.drifted(folder.resolve("shop"));
        open(shop.profile(), Theme.DARK);
        press(KeyCode.CONTROL, KeyCode.D);
        waitForText("Choose what is there and what is wanted");
        take("compare-choosing-dark");

        robot.interact(() -> choose("#compare-to", new SchemaChoice.AtRevision("")));
        assertThat(button("#compare").isDisabled()).isTrue();
        robot.clickOn("#compare-to-name").write("bbbb").push(KeyCode.ENTER);
        waitUntil(() -> state() instanceof CompareState.Done);
        assertThat(texts()).contains("view loyal").contains("views");
        take("compare-dark");

        Files.writeString(folder.resolve("shop/bad.sql"), "CREATE TABLE a (id integer);\nCREATE TABEL b;\n");
        robot.interact(() -> choose("#compare-to", new SchemaChoice.OfFile("")));
        put("#compare-to-name", "bad.sql");
        robot.interact(() -> button("#compare").fire());
        waitForText("They can't be compared.");
        assertThat(texts()).contains("near \"TABEL\"").contains("bad.sql:2");
        take("compare-refused-dark");

        robot.interact(() -> choose("#compare-to", new SchemaChoice.ThisDatabase()));
        robot.interact(() -> button("#compare").fire());
        waitForText("No difference between the database and the database.");
        take("compare-equal-dark");
        robot.push(KeyCode.ESCAPE);
        assertThat(isThere("#compare-summary")).isFalse();
    }

    @Test
    void a_database_as_its_revisions_make_it_has_no_drift() throws Exception {
        open(DriftedShop.at(folder.resolve("shop")).profile(), Theme.LIGHT);

        waitUntil(() -> drift() instanceof DriftState.Found);

        assertThat(badge().getText()).isEqualTo("No drift");
    }

    @Test
    void a_comparison_that_takes_long_is_cancelled() throws Exception {
        open(DriftedShop.at(folder.resolve("shop")).profile(), Theme.LIGHT);
        press(KeyCode.CONTROL, KeyCode.D);
        waitUntil(() -> isThere("#compare"));

        robot.interact(() -> {
            button("#compare").fire();
            assertThat(state()).isInstanceOf(CompareState.Running.class);
            assertThat(button("#compare").isDisabled()).isTrue();
            button("#cancel-compare").fire();
        });

        waitForText("Cancelled. Nothing was compared");
        robot.interact(() -> button("#compare").fire());
        waitForText("No difference between the database and its own revisions.");
    }

    @Test
    void on_a_server_drift_is_looked_for_when_somebody_asks() throws Exception {
        var url = TestPostgres.freshDatabase();
        var shop = DriftedShop.at(folder.resolve("shop"));
        var there = new Profile("server", Environment.DEV, shop.profile().config(), Optional.of(url));
        open(there, Theme.LIGHT);
        robot.clickOn("#upgrade");
        waitUntil(() -> window().model().plan().stateProperty().get() instanceof PlanState.Review);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil(() -> drift() instanceof DriftState.Unasked);
        assertThat(badge().getText()).isEqualTo("Drift: not looked at");

        robot.interact(() -> badge().fire());

        waitUntil(() -> drift() instanceof DriftState.Found || drift() instanceof DriftState.Unknown);
        assertThat(badge().getText()).isEqualTo("No drift");
    }

    private DriftState drift() {
        return window().model().drift().stateProperty().get();
    }

    private CompareState state() {
        return window().model().compare().stateProperty().get();
    }

    private Button badge() {
        return button("#drift");
    }

    private Button button(String id) {
        return robot.lookup(id).queryAs(Button.class);
    }

    private String spoken() {
        return Optional.ofNullable(robot.lookup("#sides").queryAs(GridPane.class).getAccessibleText()).orElse("");
    }

    private String script() {
        return String.valueOf(robot.lookup(".compare-script .sql").queryAs(TextFlow.class).getAccessibleText());
    }

    private String clipboard() {
        var text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return String.valueOf(text[0]);
    }

    @SuppressWarnings("unchecked") // The list holds choices.
    private void choose(String id, SchemaChoice choice) {
        ((ComboBox<SchemaChoice>) robot.lookup(id).queryAs(ComboBox.class)).getSelectionModel().select(choice);
    }
}
