package org.athanor.app.ui.compare;

import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.engine.locate.Finding;

/// How a database looks beside what the revisions make at a place.
public final class EvidenceView extends VBox {
    /// `place` is what it is called.
    public EvidenceView(Finding finding, String place, Messages messages) {
        this(messages.text(finding.isExact() ? "evidence.exact" : "evidence.against", place, finding.count()),
                finding.isExact() ? "success" : "warning");
        var nodes = FindingNodes.of(finding, messages);
        if (!nodes.isEmpty()) {
            var tree = new DifferenceTree(nodes, messages);
            VBox.setVgrow(tree, Priority.ALWAYS);
            getChildren().add(tree);
        }
    }

    /// There is no evidence of a whole comparison: why, and what else is known.
    public EvidenceView(String sentence, List<String> notes) {
        this(sentence, "warning");
        notes.forEach(note -> getChildren().add(Labels.paragraph(note, "muted")));
    }

    private EvidenceView(String sentence, String look) {
        getStyleClass().add("evidence");
        setMinWidth(0);
        var heading = Labels.paragraph(sentence, "strong");
        heading.setId("evidence");
        heading.setMinHeight(Label.USE_PREF_SIZE);
        heading.setGraphic(Icons.icon(look.equals("success") ? "fth-check-circle" : "fth-alert-triangle",
                look + "-icon"));
        getChildren().add(heading);
    }
}
