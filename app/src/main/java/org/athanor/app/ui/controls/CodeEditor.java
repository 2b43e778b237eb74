package org.athanor.app.ui.controls;

import java.util.Collection;
import java.util.List;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Code to read and to write, with line numbers and colours.
public final class CodeEditor extends StackPane {
    private static final int LARGEST_COLOURED = 200_000;

    /// What the code is written in.
    public enum Language {
        SQL, PYTHON, PLAIN;

        /// By a file's name.
        public static Language of(String fileName) {
            if (fileName.endsWith(".py")) {
                return PYTHON;
            }
            return fileName.endsWith(".sql") ? SQL : PLAIN;
        }
    }

    private final CodeArea area = new CodeArea();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private Language language = Language.SQL;

    public CodeEditor(String meaning) {
        getStyleClass().add("code-editor");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setAccessibleText(meaning);
        area.textProperty().addListener((_, _, now) -> {
            colour(now);
            text.set(now);
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /// Shows other code; what was typed before can't be brought back by Ctrl+Z.
    public void show(String code, Language written) {
        language = written;
        if (!area.getText().equals(code)) {
            area.replaceText(code);
            area.getUndoManager().forgetHistory();
            area.moveTo(0);
            area.requestFollowCaret();
        }
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Puts the caret at a line, counted from 1.
    public void goTo(int line) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, 0);
        area.showParagraphAtCenter(paragraph);
        area.requestFocus();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// Tab leaves code that is only read; in code that is written it is a character, and Ctrl+Tab leaves.
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && (!area.isEditable() || event.isControlDown())) {
            event.consume();
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private void colour(String code) {
        if (!code.isEmpty() && code.length() <= LARGEST_COLOURED) {
            area.setStyleSpans(0, styles(switch (language) {
                case SQL -> SqlHighlighter.spans(code);
                case PYTHON -> PythonHighlighter.spans(code);
                case PLAIN -> List.of(new Span(Span.Kind.PLAIN, code));
            }));
        }
    }

    private static StyleSpans<Collection<String>> styles(List<Span> spans) {
        var styles = new StyleSpansBuilder<Collection<String>>();
        spans.forEach(span -> styles.add(List.of("sql-text", span.kind().styleClass()), span.text().length()));
        return styles.create();
    }
}
