package org.athanor.app.ui.stamp;

import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;

/// A place with what speaks for or against it.
final class CandidateCell extends ListCell<Candidate> {
    private final LocateWords words;

    CandidateCell(LocateWords words) {
        this.words = words;
    }

    @Override
    protected void updateItem(Candidate candidate, boolean empty) {
        super.updateItem(candidate, empty);
        setText("");
        if (empty || candidate == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        var title = Labels.label(words.title(candidate), "strong");
        var detail = Labels.label(words.detail(candidate), "muted", "small");
        detail.setGraphic(candidate.isExact()
                ? Icons.icon("fth-check-circle", "success-icon")
                : Icons.icon("fth-alert-triangle", "warning-icon"));
        setGraphic(new VBox(title, detail));
        setPrefWidth(0);
        setAccessibleText(words.title(candidate) + ", " + words.detail(candidate));
    }
}
