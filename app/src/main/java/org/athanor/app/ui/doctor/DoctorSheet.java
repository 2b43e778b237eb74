package org.athanor.app.ui.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.workspace.Examination;
import org.athanor.app.workspace.Examination.Finding;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.script.Script;

/// What the doctor found, over the whole window: the folder's problems above, each revision below.
public final class DoctorSheet {
    public static final String ID = "doctor";
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 620;

    private final DoctorViewModel model;
    private final Sheets sheets;
    private final Messages messages;
    private final Consumer<Problem.Place> open;
    private final TableView<Finding> table = new TableView<>();
    private final TextField filter = new TextField();
    private final ComboBox<Optional<Script.Kind>> kind = new ComboBox<>();
    private final ProgressBar progress = new ProgressBar();
    private final Label summary = Labels.paragraph("", "strong");
    private final ProblemList problems;
    private final ProblemList notes;
    private final Button cancel;
    private final Button again;
    private Optional<Examination> found = Optional.empty();

    private DoctorSheet(DoctorViewModel model, Consumer<Problem.Place> open, Sheets sheets, Messages messages) {
        this.model = model;
        this.open = open;
        this.sheets = sheets;
        this.messages = messages;
        problems = new ProblemList(messages, open);
        notes = new ProblemList(messages, open);
        notes.getStyleClass().add("notes");
        cancel = Sheet.button("cancel-doctor", messages.text("doctor.cancel"), model::cancel);
        again = Sheet.button("again-doctor", messages.text("doctor.again"), model::look);
    }

    /// Shows what is known; whoever wants it anew asks the view model. `open` leads to a file and its line.
    public static void open(DoctorViewModel model, Consumer<Problem.Place> open, Sheets sheets, Messages messages) {
        new DoctorSheet(model, open, sheets, messages).open();
    }

    private void open() {
        fillTable();
        summary.setId("doctor-summary");
        progress.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(table, Priority.ALWAYS);
        var body = new VBox(summary, progress, problems, notes, bar(), table);
        body.getStyleClass().add("sheet-body");
        body.setPrefHeight(HEIGHT);
        var close = Sheet.button("close-doctor", messages.text("plan.close"), sheets::hide);
        var shown = model.stateProperty().subscribe(this::show);
        var sheet = new Sheet(messages.text("doctor.title"), WIDTH, body, List.of(cancel, again, close), filter);
        sheets.show(sheet.named(ID), shown::unsubscribe);
    }

    private HBox bar() {
        filter.setId("doctor-filter");
        filter.setPromptText(messages.text("doctor.filter"));
        filter.setAccessibleText(messages.text("doctor.filter"));
        filter.textProperty().subscribe(_ -> fill());
        HBox.setHgrow(filter, Priority.ALWAYS);
        kind.setId("doctor-kind");
        kind.setAccessibleText(messages.text("doctor.kind"));
        kind.getItems().setAll(Stream.concat(Stream.of(Optional.<Script.Kind>empty()),
                Stream.of(Script.Kind.values()).map(Optional::of)).toList());
        kind.setCellFactory(_ -> new KindCell());
        kind.setButtonCell(new KindCell());
        kind.getSelectionModel().selectFirst();
        kind.valueProperty().subscribe(_ -> fill());
        kind.setMinWidth(ComboBox.USE_PREF_SIZE);
        var bar = new HBox(filter, kind);
        bar.getStyleClass().add("journal-line");
        return bar;
    }

    private void fillTable() {
        table.setId("findings");
        table.setAccessibleText(messages.text("doctor.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(
                column("doctor.revision", 130, finding -> finding.revision().id().value()),
                column("doctor.message", 260, finding -> finding.revision().title()),
                column("doctor.upgrade", 90, finding -> word(finding.upgrade())),
                column("doctor.downgrade", 90, finding -> word(finding.downgrade())),
                column("doctor.why", 500, finding -> finding.doubt().map(Problem::message).orElse(""))));
        table.setRowFactory(_ -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(this::openFile);
            }
        });
    }

    private TableRow<Finding> row() {
        var row = new TableRow<Finding>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                openFile(row.getItem());
            }
        });
        return row;
    }

    private void openFile(Finding finding) {
        open.accept(finding.doubt().flatMap(Problem::place)
                .orElseGet(() -> new Problem.Place(finding.revision().path(), 0)));
    }

    private TableColumn<Finding, String> column(String key, double width, Function<Finding, String> text) {
        var column = new TableColumn<Finding, String>(messages.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private void show(DoctorState state) {
        boolean looking = state instanceof DoctorState.Looking;
        cancel.setDisable(!looking);
        again.setDisable(looking);
        progress.setVisible(looking);
        progress.setManaged(looking);
        switch (state) {
            case DoctorState.Waiting _ -> tell(messages.text("doctor.waiting"), List.of());
            case DoctorState.Looking(var read, var of) -> {
                progress.setProgress(of == 0 ? 0 : (double) read / of);
                tell(messages.text("doctor.looking", read, of), List.of());
            }
            case DoctorState.Refused(var why) -> tell(messages.text("doctor.refused"), why);
            case DoctorState.Done(var examined) -> done(examined);
        }
        fill();
    }

    private void done(Examination examined) {
        found = Optional.of(examined);
        notes.show(examined.notes());
        var words = examined.problems().isEmpty()
                ? messages.text("doctor.sound", examined.findings().size())
                : messages.text("doctor.problems", examined.problems().size(), examined.findings().size());
        tell(examined.isCutShort() ? messages.text("doctor.cut-short", words) : words, examined.problems());
    }

    private void tell(String sentence, List<Problem> told) {
        summary.setText(sentence);
        problems.show(told);
        if (found.isEmpty()) {
            notes.show(List.of());
        }
        table.setPlaceholder(
                new Placeholder("fth-activity", found.isEmpty() ? sentence : messages.text("doctor.none")));
    }

    private void fill() {
        table.getItems().setAll(found.map(examined -> DoctorViewModel.filtered(examined, filter.getText(),
                Optional.ofNullable(kind.getValue()).flatMap(chosen -> chosen))).orElse(List.of()));
    }

    private String word(Script.Kind what) {
        return switch (what) {
            case STATIC -> messages.text("plan.kind.static");
            case LIVE -> messages.text("plan.kind.live");
            case UNREADABLE -> messages.text("plan.kind.unreadable");
        };
    }

    /// A kind of revision, or all of them.
    private final class KindCell extends ListCell<Optional<Script.Kind>> {
        @Override
        protected void updateItem(Optional<Script.Kind> item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null
                    ? ""
                    : item.map(DoctorSheet.this::word).orElseGet(() -> messages.text("doctor.all-kinds")));
        }
    }
}
