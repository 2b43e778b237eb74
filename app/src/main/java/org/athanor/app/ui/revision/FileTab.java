package org.athanor.app.ui.revision;

import java.nio.file.Path;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CodeEditor;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;

/// The file of a revision, to read; it is written in somebody's own editor.
final class FileTab extends Tab {
    private final Messages messages;
    private final BorderPane pane = new BorderPane();
    private final HBox line;
    private final Button edit;
    private Optional<CodeEditor> code = Optional.empty();
    private Runnable wanted = () -> {};

    FileTab(Messages messages) {
        super(messages.text("revision.file-tab"));
        this.messages = messages;
        setId("file-tab");
        setClosable(false);
        edit = new Button(messages.text("revision.open-file"), Icons.icon("fth-external-link"));
        edit.setId("open-file");
        edit.setMinWidth(Button.USE_PREF_SIZE);
        line = new HBox();
        line.getStyleClass().add("file-line");
        pane.setTop(line);
        setContent(pane);
        selectedProperty().subscribe(selected -> {
            if (selected) {
                wanted.run();
            }
        });
    }

    /// Laid out when somebody looks: most revisions are looked at without their file.
    void show(Path file, String text, Runnable open) {
        wanted = () -> showNow(file, text, open);
        if (isSelected()) {
            wanted.run();
        }
    }

    /// Made once somebody looks: it takes as long as all the rest of the inspector.
    private CodeEditor code() {
        return code.orElseGet(() -> {
            var made = new CodeEditor(messages.text("revision.file-tab"));
            made.setEditable(false);
            pane.setCenter(made);
            code = Optional.of(made);
            return made;
        });
    }

    private void showNow(Path file, String text, Runnable open) {
        var name = Labels.label(String.valueOf(file.getFileName()), "mono");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        line.getChildren().setAll(name, edit);
        edit.setOnAction(_ -> open.run());
        code().show(text, CodeEditor.Language.of(name.getText()));
    }
}
