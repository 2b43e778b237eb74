package org.athanor.app.ui.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.workspace.RunRecords.Details;
import org.athanor.app.workspace.RunRecords.Found;

/// The journal over the whole window: its runs on the left, one of them with all details on the right.
public final class JournalSheet {
    public static final String ID = "journal";
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 620;

    private final JournalViewModel model;
    private final Sheets sheets;
    private final Messages messages;
    private final TableView<Found> table = new TableView<>();
    private final TextField filter = new TextField();
    private final ProblemList problems;
    private final StackPane right = new StackPane();
    private final RunDetails details;

    private JournalSheet(JournalViewModel model, Sheets sheets, Messages messages) {
        this.model = model;
        this.sheets = sheets;
        this.messages = messages;
        problems = new ProblemList(messages);
        details = new RunDetails(model, messages, () -> sheets.hideThen(model::planRest));
    }

    public static void open(JournalViewModel model, Sheets sheets, Messages messages) {
        new JournalSheet(model, sheets, messages).open();
    }

    private void open() {
        fillTable();
        var columns = new SplitPane(table, right);
        columns.setDividerPositions(0.56);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        var told = Labels.label("", "muted");
        told.setId("journal-told");
        told.textProperty().bind(model.toldProperty());
        var body = new VBox(bar(), problems, columns, told);
        body.getStyleClass().add("sheet-body");
        body.setPrefHeight(HEIGHT);
        var verify = Sheet.button("verify-journal", messages.text("journal.verify"), model::verify);
        var export = Sheet.button("export-journal", messages.text("journal.export"), this::export);
        var close = Sheet.button("close-journal", messages.text("plan.close"), sheets::hide);
        var shown = Subscription.combine(model.stateProperty().subscribe(this::show),
                model.detailsProperty().subscribe(this::show), model.problemsProperty().subscribe(problems::show));
        var sheet = new Sheet(messages.text("journal.title"), WIDTH, body, List.of(verify, export, close), filter);
        sheets.show(sheet.named(ID), shown::unsubscribe);
        model.read();
    }

    private Node bar() {
        filter.setId("journal-filter");
        filter.setPromptText(messages.text("journal.filter"));
        filter.setAccessibleText(messages.text("journal.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        var ofAll = new CheckBox(messages.text("journal.all"));
        ofAll.setId("journal-all");
        ofAll.setMinWidth(CheckBox.USE_PREF_SIZE);
        ofAll.setSelected(model.ofAllProperty().get());
        ofAll.setOnAction(_ -> {
            model.ofAllProperty().set(ofAll.isSelected());
            model.read();
        });
        var bar = new HBox(filter, ofAll);
        bar.getStyleClass().add("journal-line");
        return bar;
    }

    private void fillTable() {
        table.setId("runs");
        table.setAccessibleText(messages.text("journal.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var outcome = column("journal.outcome", 95, found -> JournalWords.state(found, messages));
        outcome.setCellFactory(_ -> new OutcomeCell());
        table.getColumns().setAll(List.of(
                column("journal.began", 155, found -> JournalWords.time(found.run().at())), outcome,
                column("journal.what", 190, found -> found.run().route()),
                column("journal.who", 70, found -> found.run().begin().who().user()),
                column("journal.database", 120, found -> found.run().begin().goal().database())));
        table.getSelectionModel().selectedItemProperty()
                .subscribe(chosen -> Optional.ofNullable(chosen).ifPresent(model::select));
    }

    private TableColumn<Found, String> column(String key, double width, Function<Found, String> text) {
        var column = new TableColumn<Found, String>(messages.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private void show(JournalState state) {
        switch (state) {
            case JournalState.Reading _ -> {
                table.getItems().clear();
                table.setPlaceholder(new Placeholder("fth-book-open", messages.text("journal.reading")));
            }
            case JournalState.Refused(var why) -> {
                table.getItems().clear();
                table.setPlaceholder(new Placeholder("fth-book-open", messages.text("journal.refused")));
                problems.show(why);
            }
            case JournalState.Shown(var runs, var outOf) -> {
                table.setPlaceholder(new Placeholder("fth-book-open",
                        outOf == 0 ? messages.text("journal.empty") : messages.text("journal.none-fits", outOf)));
                table.getItems().setAll(runs);
                if (!runs.isEmpty()) {
                    table.getSelectionModel().selectFirst();
                }
            }
        }
    }

    private void show(Optional<Details> chosen) {
        if (chosen.isEmpty()) {
            right.getChildren().setAll(new Placeholder("fth-list", messages.text("journal.choose")));
            return;
        }
        details.show(chosen.get());
        var scroll = new ScrollPane(details);
        scroll.setFitToWidth(true);
        right.getChildren().setAll(scroll);
    }

    private void export() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.text("journal.export"));
        chooser.setInitialFileName("journal.json");
        Optional.ofNullable(chooser.showSaveDialog(sheets.node().getScene().getWindow()))
                .ifPresent(file -> model.export(file.toPath()));
    }

    /// The outcome in its word and its colour.
    private static final class OutcomeCell extends TableCell<Found, String> {
        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            var row = getTableRow();
            var found = empty || row == null ? null : row.getItem();
            setGraphic(found == null ? null : Labels.label(item, JournalWords.look(found.state())));
        }
    }
}
