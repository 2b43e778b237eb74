package org.athanor.app.ui.journal;

import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.SqlArea;
import org.athanor.app.workspace.RunRecords.Details;
import org.athanor.engine.journal.Aftermath;
import org.athanor.engine.journal.RecordedRun;

/// One run with all that the journal tells of it, and what can be done if it was cut off.
final class RunDetails extends VBox {
    private final JournalViewModel model;
    private final Messages messages;
    private final Runnable planRest;

    RunDetails(JournalViewModel model, Messages messages, Runnable planRest) {
        this.model = model;
        this.messages = messages;
        this.planRest = planRest;
        getStyleClass().add("run-details");
    }

    void show(Details details) {
        var run = details.found().run();
        getChildren().setAll(Labels.paragraph(run.route(), "strong"), facts(details));
        details.aftermath().ifPresent(aftermath -> getChildren().addAll(advice(aftermath), deeds()));
        run.ending().flatMap(ending -> ending.end().problem())
                .ifPresent(problem -> getChildren().add(Labels.paragraph(problem, "danger-text")));
        run.ending().map(ending -> ending.end().stays()).filter(stays -> !stays.isEmpty())
                .ifPresent(stays -> getChildren().add(area(messages.text("journal.stays"), String.join("\n", stays))));
        if (run.steps().isEmpty()) {
            getChildren().add(Labels.paragraph(messages.text("journal.no-steps"), "muted"));
        }
        run.steps().forEach(step -> getChildren().add(step(step, run.begin().goal().steps(), details.aftermath())));
    }

    private Node facts(Details details) {
        var run = details.found().run();
        var begin = run.begin();
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        row(grid, "journal.run", run.id());
        row(grid, "journal.outcome", JournalWords.state(details.found(), messages)
                + run.took().map(took -> ", " + JournalWords.elapsed(took)).orElse(""));
        row(grid, "journal.began", JournalWords.time(run.at()));
        row(grid, "journal.who", "%s, %s %s%s".formatted(begin.who(), begin.who().program(), begin.who().version(),
                begin.who().profile().map(name -> ", " + name).orElse("")));
        row(grid, "journal.database", begin.goal().database());
        begin.reason().ifPresent(reason -> row(grid, "journal.reason", reason));
        run.ending().ifPresent(ending -> row(grid, "journal.stands", RecordedRun.ids(ending.end().rows())));
        run.mark().ifPresent(mark -> row(grid, "journal.mark", "%s (%s)".formatted(mark.reason(), mark.who())));
        return grid;
    }

    private void row(GridPane grid, String key, String value) {
        var name = Labels.label(messages.text(key), "muted");
        name.setMinWidth(USE_PREF_SIZE);
        var text = Labels.paragraph(value);
        GridPane.setHgrow(text, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), name, text);
    }

    private Node advice(Aftermath aftermath) {
        var list = new ProblemList(messages);
        list.show(List.of(aftermath.problem()));
        return list;
    }

    /// To plan the rest, and to say that it has been seen to.
    private Node deeds() {
        var reason = new TextField();
        reason.setId("mark-reason");
        reason.setPromptText(messages.text("journal.mark-reason"));
        reason.setAccessibleText(messages.text("journal.mark-reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        var mark = Sheet.button("mark-run", messages.text("journal.mark-run"), () -> model.mark(reason.getText()));
        mark.disableProperty().bind(reason.textProperty().map(String::isBlank));
        var line = new HBox(reason, mark);
        line.getStyleClass().add("journal-line");
        if (model.rest().isPresent()) {
            line.getChildren().add(Sheet.button("plan-rest", messages.text("journal.plan-rest"), planRest, "accent"));
        }
        return line;
    }

    private Node step(RecordedRun.Step step, int of, Optional<Aftermath> aftermath) {
        var took = step.done().map(done -> JournalWords.elapsed(done.took()))
                .orElseGet(() -> messages.text("journal.not-through"));
        var box = new VBox(Labels.paragraph(messages.text("journal.step", step.number(), of,
                step.begun().move().code(), step.begun().revision(), took), "strong"));
        box.getStyleClass().add("step-content");
        for (var sent : step.statements()) {
            var effect = step.effect(sent).map(e -> messages.text("journal.effect", e.rows(),
                    JournalWords.elapsed(e.took())));
            var fate = aftermath.stream().flatMap(a -> a.fates().stream()).filter(f -> f.statement().equals(sent))
                    .findFirst().map(f -> "%s: %s".formatted(f.kind().word(), f.reason()));
            var title = messages.text("journal.statement", sent.sending().number());
            box.getChildren().add(area(fate.or(() -> effect).map(more -> title + ", " + more).orElse(title),
                    sent.sending().sql()));
        }
        return box;
    }

    private SqlArea area(String title, String sql) {
        var area = new SqlArea(title, messages);
        area.showSql(sql);
        return area;
    }
}
