package org.athanor.app.ui.settings;

import java.util.List;
import java.util.Optional;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.athanor.app.profile.WindowSettings;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;

/// The settings, each of which counts as soon as it is changed.
public final class SettingsSheet {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 32;
    private static final List<Optional<String>> THEMES = List.of(Optional.empty(), Optional.of("light"),
            Optional.of("dark"));

    private final SettingsViewModel model;
    private final Messages messages;
    private final ComboBox<String> theme = new ComboBox<>();
    private final Spinner<Integer> size;
    private final CheckBox motion;
    private final TextField editor = new TextField();

    private SettingsSheet(SettingsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        var now = model.settingsProperty().get();
        theme.getItems().setAll(messages.text("settings.theme-system"), messages.text("settings.theme-light"),
                messages.text("settings.theme-dark"));
        theme.getSelectionModel().select(Math.max(0, THEMES.indexOf(now.theme())));
        size = new Spinner<>(WindowSettings.SMALLEST, WindowSettings.LARGEST, now.fontSize());
        motion = new CheckBox(messages.text("settings.motion"));
        motion.setSelected(now.motion());
        editor.setText(now.editor().orElse(""));
        editor.setPromptText(messages.text("settings.editor-prompt"));
        theme.setId("setting-theme");
        size.setId("setting-size");
        motion.setId("setting-motion");
        editor.setId("setting-editor");
    }

    public static void open(SettingsViewModel model, Sheets sheets, Messages messages) {
        new SettingsSheet(model, messages).show(sheets);
    }

    private void show(Sheets sheets) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        row(grid, "settings.theme", theme);
        row(grid, "settings.size", size);
        row(grid, "settings.editor", editor);
        var problems = new ProblemList(messages);
        var told = model.problemsProperty().subscribe(problems::show);
        var body = new VBox(grid, motion, Labels.paragraph(messages.text("settings.help"), "muted", "small"),
                problems);
        body.getStyleClass().add("sheet-body");
        theme.getSelectionModel().selectedIndexProperty().addListener((_, _, _) -> changed());
        size.valueProperty().addListener((_, _, _) -> changed());
        motion.selectedProperty().addListener((_, _, _) -> changed());
        editor.setOnAction(_ -> changed());
        var close = Sheet.button("close-settings", messages.text("plan.close"), sheets::hide);
        sheets.show(new Sheet(messages.text("settings.title"), WIDTH, body, List.of(close), theme), () -> {
            changed();
            told.unsubscribe();
        });
    }

    private void row(GridPane grid, String key, Region control) {
        var label = Labels.label(messages.text(key));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setPrefWidth(WIDTH * 2 / 3);
        control.setMinHeight(HEIGHT);
        grid.addRow(grid.getRowCount(), label, control);
    }

    private void changed() {
        model.change(new WindowSettings(THEMES.get(Math.max(0, theme.getSelectionModel().getSelectedIndex())),
                size.getValue(), motion.isSelected(),
                Optional.of(editor.getText().strip()).filter(command -> !command.isEmpty()),
                model.settingsProperty().get().place()));
    }
}
