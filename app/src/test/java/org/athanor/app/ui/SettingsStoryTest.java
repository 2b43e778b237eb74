package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.athanor.app.text.Messages;
import org.athanor.app.workspace.SchemaChoice;
import org.junit.jupiter.api.Test;

/// The window as somebody wants it.
class SettingsStoryTest extends WindowStory {
    SettingsStoryTest() {
        super(60, ".label", ".button", ".hyperlink", ".check-box");
    }

    @Test
    void what_is_set_counts_at_once_and_at_the_next_start() throws Exception {
        open(Samples.shop(folder), Theme.LIGHT);
        double before = size();
        press(KeyCode.CONTROL, KeyCode.COMMA);
        waitForText("Size of the text");
        robot.interact(() -> robot.lookup("#setting-theme").queryComboBox().getSelectionModel()
                .select(2));
        robot.interact(() -> robot.lookup("#setting-size").queryAs(Spinner.class).increment(3));
        take("settings-dark");
        press(KeyCode.ESCAPE);

        assertThat(window().view().getStyleClass()).contains("dark");
        assertThat(size()).isGreaterThan(before);
        var file = folder.resolve("config/athanor/window.toml");
        waitUntil(() -> Files.exists(file) && Files.readString(file).contains("font_size = 16"));
        assertThat(Files.readString(file)).contains("theme = \"dark\"");
        closeWindow();

        open(Samples.shop(folder), Optional.empty(), environment());
        assertThat(window().view().getStyleClass()).contains("dark");
        assertThat(size()).isGreaterThan(before);
    }

    @Test
    void the_theme_button_counts_at_the_next_start() throws Exception {
        open(Samples.shop(folder), Optional.empty(), environment());
        var before = window().view().getStyleClass().contains("dark");
        robot.clickOn("#theme");
        closeWindow();

        open(Samples.shop(folder), Optional.empty(), environment());

        assertThat(window().view().getStyleClass().contains("dark")).isNotEqualTo(before);
    }

    @Test
    void the_window_opens_as_it_was_closed() throws Exception {
        open(Samples.shop(folder), Theme.LIGHT);
        var stage = stage();
        robot.interact(() -> {
            stage.setWidth(1100);
            stage.setHeight(700);
            stage.setX(40);
            stage.setY(24);
            columns().setDividerPositions(0.25, 0.6);
            window().model().graph().foldAll();
        });
        press(KeyCode.ALT, KeyCode.DIGIT2);
        press(KeyCode.HOME);
        robot.interact(() -> inspector().getSelectionModel().select(1));
        drawn();
        var selected = window().model().selected().orElseThrow().id();
        var shown = window().model().graph().contentsProperty().get().orElseThrow().size();
        var before = columns().getDividerPositions();
        assertThat(before[0]).isNotCloseTo(0.17, within(0.02));
        press(KeyCode.CONTROL, KeyCode.J);
        waitUntil(() -> isThere("#journal-filter"));
        closeWindow();

        open(Samples.shop(folder), Theme.LIGHT);

        waitUntil(() -> isThere("#journal-filter"));
        press(KeyCode.ESCAPE);
        waitUntil(() -> window().model().selected().filter(revision -> revision.id().equals(selected)).isPresent());
        assertThat(shown).isLessThan(15);
        assertThat(window().model().graph().contentsProperty().get().orElseThrow().size()).isEqualTo(shown);
        drawn();
        assertThat(List.of(stage().getX(), stage().getY(), stage().getWidth(), stage().getHeight()))
                .containsExactly(40.0, 24.0, 1100.0, 700.0);
        assertThat(columns().getDividerPositions()[0]).isCloseTo(before[0], within(0.02));
        assertThat(columns().getDividerPositions()[1]).isCloseTo(before[1], within(0.02));
        assertThat(inspector().getSelectionModel().getSelectedIndex()).isOne();
    }

    @Test
    void the_comparison_comes_back_with_both_its_sides() throws Exception {
        open(Samples.shop(folder), Theme.LIGHT);
        press(KeyCode.CONTROL, KeyCode.D);
        waitUntil(() -> isThere("#compare-from"));
        robot.interact(() -> {
            window().model().compare().fromProperty().set(new SchemaChoice.AtRevision("b202"));
            window().model().compare().toProperty().set(new SchemaChoice.OfFile("wanted.sql"));
        });
        closeWindow();

        open(Samples.shop(folder), Theme.LIGHT);

        waitUntil(() -> isThere("#compare-from-name"));
        assertThat(robot.lookup("#compare-from-name").queryAs(TextField.class).getText()).isEqualTo("b202");
        assertThat(robot.lookup("#compare-to-name").queryAs(TextField.class).getText()).isEqualTo("wanted.sql");
    }

    @Test
    void a_place_that_fits_no_more_is_ignored() throws Exception {
        Files.createDirectories(folder.resolve("config/athanor"));
        var profile = Samples.shop(folder);
        Files.writeString(folder.resolve("config/athanor/window.toml"), """
                font_size = 15
                [place]
                x = -9000
                y = 20
                width = 1100
                height = 700
                columns = ["wide"]
                drawer = 7
                view = "a view of old"
                tab = 5
                [[place.look]]
                project = "%s"
                selected = "5eed"
                folded = ["5eed", 5]
                label = "gone"
                [[place.look]]
                selected = "nobody's"
                """.formatted(profile.config()));

        open(profile, Theme.LIGHT);

        assertThat(window().model().graph().rowsProperty().get()).hasSize(15);
        assertThat(window().model().selected()).isEmpty();
        assertThat(stage().getX()).isNotNegative();
        press(KeyCode.CONTROL, KeyCode.COMMA);
        waitForText("Size of the text");
        assertThat(robot.lookup("#setting-size").queryAs(Spinner.class).getValue()).isEqualTo(15);
    }

    private Stage stage() {
        return (Stage) window().scene().getWindow();
    }

    private SplitPane columns() {
        return robot.lookup(".columns").queryAs(SplitPane.class);
    }

    private TabPane inspector() {
        return robot.lookup(".inspector .tab-pane").queryAs(TabPane.class);
    }

    @Test
    void a_settings_file_with_a_fault_is_told_and_left_as_it_is() throws Exception {
        Files.createDirectories(folder.resolve("config/athanor"));
        var file = folder.resolve("config/athanor/window.toml");
        Files.writeString(file, "theme = \"dark\"\nfont_size = 900\n");
        open(Samples.shop(folder), Theme.LIGHT);

        press(KeyCode.CONTROL, KeyCode.COMMA);

        waitForText("'font_size' has no such value");
        robot.interact(() -> robot.lookup("#setting-size").queryAs(Spinner.class).increment(1));
        press(KeyCode.ESCAPE);
        take("last");
        assertThat(Files.readString(file)).contains("900");
    }

    @Test
    void f1_lists_every_act_with_a_key_and_no_two_acts_share_one() throws Exception {
        open(Samples.shop(folder), Theme.DARK);
        press(KeyCode.F1);
        waitForText("Run the plan on show");
        var messages = java.util.ResourceBundle.getBundle("org.athanor.app.text.messages");
        var seen = new TreeSet<String>();
        for (var key : new TreeSet<>(messages.keySet())) {
            if (key.startsWith("act.") && key.endsWith(".key")) {
                var shown = KeyCombination.valueOf(messages.getString(key)).getDisplayText();
                assertThat(seen.add(shown)).as(shown).isTrue();
                assertThat(texts()).contains(shown + "\n", Messages.load().text(key.replace(".key", "")));
            }
        }
        assertThat(seen).doesNotContain("Ctrl+P", "Ctrl+F", "Ctrl+Enter", "F1");
    }

    private double size() {
        return robot.lookup("Upgrade to head").queryAll().stream()
                .flatMap(node -> node.lookupAll(".text").stream()).findFirst().map(n -> n.getLayoutBounds().getHeight())
                .orElseGet(() -> robot.lookup(".label.title").queryAs(Label.class).getFont().getSize());
    }
}
