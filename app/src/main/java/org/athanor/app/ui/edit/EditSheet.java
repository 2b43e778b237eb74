package org.athanor.app.ui.edit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CodeEditor;
import org.athanor.app.ui.controls.CodeEditor.Language;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.engine.problem.Problem;

/// The sheet in which a file is read and changed, at a line. Changes that aren't saved are never lost by one key.
public final class EditSheet {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 560;
    private static final Duration AFTER_TYPING = Duration.millis(250);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final EditViewModel model;
    private final Messages messages;
    private final Sheets sheets;
    private final CodeEditor editor;
    private final ProblemList problems;
    private final Label notice = Labels.label("", "warning-text");
    private final Button save;
    private final Button close;
    private final PauseTransition pause = new PauseTransition(AFTER_TYPING);
    private boolean warned;

    private EditSheet(EditViewModel model, Sheets sheets, Messages messages) {
        this.model = model;
        this.sheets = sheets;
        this.messages = messages;
        editor = new CodeEditor(messages.text("edit.text"));
        editor.setId("editor");
        problems = new ProblemList(messages, place -> editor.goTo(place.line()));
        save = Sheet.button("save-file", messages.text("edit.save"), this::save, "accent");
        close = Sheet.button("close-file", messages.text("plan.close"), this::leave);
    }

    /// Opens the file of a place at its line. `outside` opens it in another program; `gone` comes when the sheet has gone.
    public static void open(EditViewModel model, Problem.Place place, Consumer<Problem.Place> outside, Runnable gone,
            Sheets sheets, Messages messages) {
        new EditSheet(model, sheets, messages).open(place, outside, gone);
    }

    private void open(Problem.Place place, Consumer<Problem.Place> outside, Runnable gone) {
        model.open(place.file());
        notice.setId("edit-notice");
        var where = Labels.label(place.file().toString(), "mono", "muted", "small");
        var body = new VBox(where, problems, editor, notice);
        body.getStyleClass().add("sheet-body");
        body.setPrefHeight(HEIGHT);
        VBox.setVgrow(editor, Priority.ALWAYS);
        var outer = Sheet.button("open-outside", messages.text("edit.outside"), () -> outside.accept(place));
        var sheet = new Sheet(name(place.file()), WIDTH, body, List.of(outer, close, save), editor);
        sheet.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                event.consume();
                save();
            }
        });
        pause.setOnFinished(_ -> model.check(editor.textProperty().get()));
        var shown = Subscription.combine(editor.textProperty().subscribe(this::typed),
                model.problemsProperty().subscribe(problems::show),
                model.stateProperty().subscribe(state -> show(state, place)));
        sheets.show(sheet, () -> {
            shown.unsubscribe();
            pause.stop();
            gone.run();
        }, this::leave);
    }

    private void show(EditState state, Problem.Place place) {
        editor.setEditable(state instanceof EditState.Open);
        switch (state) {
            case EditState.Reading _ -> editor.show("", Language.PLAIN);
            case EditState.Closed(var why) -> problems.show(why);
            case EditState.Open(var file) -> {
                if (!file.text().equals(editor.textProperty().get())) {
                    editor.show(file.text(), Language.of(name(file.path())));
                    editor.goTo(Math.max(1, place.line()));
                }
                model.check(file.text());
            }
        }
        typed();
    }

    private void typed() {
        boolean changed = model.isChanged(editor.textProperty().get());
        save.setDisable(!changed);
        close.setText(messages.text("plan.close"));
        warned = false;
        notice.setText(changed ? messages.text("edit.changed") : "");
        pause.playFromStart();
    }

    private void save() {
        editor.requestFocus();
        model.save(editor.textProperty().get());
    }

    /// Asks once before changes are thrown away.
    private void leave() {
        if (warned || !model.isChanged(editor.textProperty().get())) {
            sheets.hide();
            return;
        }
        warned = true;
        notice.setText(messages.text("edit.unsaved"));
        close.setText(messages.text("edit.discard"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
