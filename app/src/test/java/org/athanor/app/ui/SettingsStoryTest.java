package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import org.athanor.app.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The window as somebody wants it.
class SettingsStoryTest {
    @TempDir
    private Path folder = Path.of("");
    private Stories story = new Stories(folder);

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(Stories.PICTURES);
        FxToolkit.registerPrimaryStage();
        Platform.runLater(() -> Platform.setImplicitExit(false));
    }

    @BeforeEach
    void begin() {
        story = new Stories(folder);
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void what_is_set_counts_at_once_and_at_the_next_start() throws Exception {
        story.open(Samples.shop(folder), Theme.LIGHT);
        double before = size();
        story.press(KeyCode.CONTROL, KeyCode.COMMA);
        story.waitForText("Size of the text");
        story.robot().interact(() -> story.robot().lookup("#setting-theme").queryComboBox().getSelectionModel()
                .select(2));
        story.robot().interact(() -> story.robot().lookup("#setting-size").queryAs(Spinner.class).increment(3));
        story.take("settings-dark");
        story.press(KeyCode.ESCAPE);

        assertThat(story.window().view().getStyleClass()).contains("dark");
        assertThat(size()).isGreaterThan(before);
        var file = folder.resolve("config/athanor/window.toml");
        story.waitFor(() -> Files.exists(file) && Files.readString(file).contains("font_size = 16"));
        assertThat(Files.readString(file)).contains("theme = \"dark\"");
        story.close();

        story.open(Samples.shop(folder));
        assertThat(story.window().view().getStyleClass()).contains("dark");
        assertThat(size()).isGreaterThan(before);
    }

    @Test
    void a_settings_file_with_a_fault_is_told_and_left_as_it_is() throws Exception {
        Files.createDirectories(folder.resolve("config/athanor"));
        var file = folder.resolve("config/athanor/window.toml");
        Files.writeString(file, "theme = \"dark\"\nfont_size = 900\n");
        story.open(Samples.shop(folder), Theme.LIGHT);

        story.press(KeyCode.CONTROL, KeyCode.COMMA);

        story.waitForText("'font_size' has no such value");
        story.robot().interact(() -> story.robot().lookup("#setting-size").queryAs(Spinner.class).increment(1));
        story.press(KeyCode.ESCAPE);
        story.take("last");
        assertThat(Files.readString(file)).contains("900");
    }

    @Test
    void f1_lists_every_act_with_a_key_and_no_two_acts_share_one() throws Exception {
        story.open(Samples.shop(folder), Theme.DARK);
        story.press(KeyCode.F1);
        story.waitForText("Run the plan on show");
        var messages = java.util.ResourceBundle.getBundle("org.athanor.app.text.messages");
        var seen = new TreeSet<String>();
        for (var key : new TreeSet<>(messages.keySet())) {
            if (key.startsWith("act.") && key.endsWith(".key")) {
                var shown = KeyCombination.valueOf(messages.getString(key)).getDisplayText();
                assertThat(seen.add(shown)).as(shown).isTrue();
                assertThat(story.texts()).contains(shown + "\n", Messages.load().text(key.replace(".key", "")));
            }
        }
        assertThat(seen).doesNotContain("Ctrl+P", "Ctrl+F", "Ctrl+Enter", "F1");
    }

    private double size() {
        return story.robot().lookup("Upgrade to head").queryAll().stream()
                .flatMap(node -> node.lookupAll(".text").stream()).findFirst().map(n -> n.getLayoutBounds().getHeight())
                .orElseGet(() -> story.robot().lookup(".label.title").queryAs(Label.class).getFont().getSize());
    }
}
