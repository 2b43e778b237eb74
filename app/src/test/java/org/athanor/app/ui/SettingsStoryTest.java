package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Optional;
import java.util.TreeSet;

import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import org.athanor.app.text.Messages;
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
