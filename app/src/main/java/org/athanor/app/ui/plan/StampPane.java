package org.athanor.app.ui.plan;

import java.util.List;
import java.util.stream.Collectors;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.compare.EvidenceView;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.SqlArea;
import org.athanor.app.ui.revision.SqlText;
import org.athanor.engine.locate.StampVerdict;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.revision.RevisionId;

/// A stamp to be read: the version table's rows before and after, and beside them what the database itself shows.
final class StampPane extends SplitPane {
    private final Messages messages;

    StampPane(Plan plan, StampVerdict verdict, PlanWords words, Messages messages) {
        this.messages = messages;
        getItems().addAll(scrolling(rows(plan, words)), evidence(plan, verdict, words));
        setDividerPositions(0.4);
    }

    private Node rows(Plan plan, PlanWords words) {
        var box = new VBox(Labels.label(messages.text("stamp.before"), "section"), ids(plan.from(), "rows-before"),
                Labels.label(messages.text("stamp.after"), "section"), ids(plan.to(), "rows-after"));
        box.getStyleClass().add("step-content");
        plan.steps().forEach(step -> {
            var sql = new SqlArea(messages.text("plan.version"), messages);
            sql.showSql(SqlText.join(step.versionStatements()));
            box.getChildren().addAll(Labels.paragraph(words.changes(step), "muted", "small"), sql);
        });
        return box;
    }

    private Node ids(List<RevisionId> ids, String id) {
        var label = Labels.paragraph(ids.isEmpty()
                ? messages.text("stamp.no-row")
                : ids.stream().map(RevisionId::value).collect(Collectors.joining("\n")), "mono");
        label.setId(id);
        return label;
    }

    private Node evidence(Plan plan, StampVerdict verdict, PlanWords words) {
        return verdict.finding().<Node>map(finding -> new EvidenceView(finding, words.place(plan), messages))
                .orElseGet(() -> scrolling(new EvidenceView(messages.text("stamp.partly"), verdict.notes())));
    }

    private static ScrollPane scrolling(Node node) {
        var scroll = new ScrollPane(node);
        scroll.setFitToWidth(true);
        return scroll;
    }
}
