package org.athanor.app.ui.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.engine.run.RehearsalResult;
import org.athanor.engine.run.RehearsedStatement;
import org.athanor.engine.run.RehearsedStep;

/// What a rehearsal has really sent: each statement with its rows and time, the locks it took, and the tables it wrote anew.
final class RehearsalView extends BorderPane {
    private final Messages messages;

    private record Row(RehearsedStep step, RehearsedStatement statement) {}

    RehearsalView(RehearsalResult result, Messages messages) {
        this.messages = messages;
        var table = new TableView<Row>();
        table.setId("rehearsal");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(column("rehearsal.step", 72, row -> PlanWords.shortened(row.step().step())),
                column("rehearsal.statement", 260, row -> flat(row.statement().statement().text())),
                column("rehearsal.rows", 56, row -> sent(row, s -> String.valueOf(s.rows()))),
                column("rehearsal.time", 64, row -> sent(row, s -> s.took().toMillis() + " ms")),
                column("rehearsal.seen", 280, this::seen)));
        result.steps().forEach(
                step -> step.statements().forEach(statement -> table.getItems().add(new Row(step, statement))));
        table.setPlaceholder(Labels.label(messages.text("rehearsal.nothing"), "muted"));
        setCenter(table);
        if (!result.notes().isEmpty()) {
            var notes = new VBox();
            notes.getStyleClass().add("rehearsal-notes");
            result.notes().forEach(note -> notes.getChildren().add(Labels.paragraph(note, "muted", "small")));
            setBottom(notes);
        }
        setMinHeight(0);
    }

    private TableColumn<Row, String> column(String key, double width, java.util.function.Function<Row, String> text) {
        var column = new TableColumn<Row, String>(messages.text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private static String sent(Row row, java.util.function.Function<RehearsedStatement.Sent, String> text) {
        return row.statement() instanceof RehearsedStatement.Sent sent ? text.apply(sent) : "";
    }

    private String seen(Row row) {
        return switch (row.statement()) {
            case RehearsedStatement.Sent sent -> seen(sent);
            case RehearsedStatement.Refused refused -> messages.text("rehearsal.refused", flat(refused.message()));
            case RehearsedStatement.LeftOut left -> messages.text("rehearsal.not-sent", left.reason());
        };
    }

    private String seen(RehearsedStatement.Sent sent) {
        var locks = sent.locks().stream().map(lock -> messages.text("rehearsal.lock", lock,
                lock.mode().meaning().toLowerCase(Locale.ROOT)));
        var rewritten = sent.rewritten().stream().map(name -> messages.text("rehearsal.rewritten", name));
        return java.util.stream.Stream.concat(locks, rewritten).collect(Collectors.joining("; "));
    }

    private static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
