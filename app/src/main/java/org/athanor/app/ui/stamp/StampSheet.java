package org.athanor.app.ui.stamp;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.compare.EvidenceView;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.ui.plan.TargetField;
import org.athanor.app.workspace.Wish;
import org.athanor.engine.graph.RevisionGraph;

/// Asks where the database stands. Whoever doesn't know has it looked for by the schema, and sees what speaks for each place.
public final class StampSheet {
    private static final double WIDTH = 1040;
    private static final double HEIGHT = 520;
    private static final double LEFT = 440;
    private static final double ROW = 44;
    private static final int ROWS = 3;

    private final LocateViewModel model;
    private final Messages messages;
    private final LocateWords words;
    private final TargetField target;
    private final CheckBox purge;
    private final Button locate;
    private final Button cancelLocate;
    private final ProgressBar progress = new ProgressBar();
    private final ProblemList problems;
    private final Label summary = Labels.paragraph("", "strong");
    private final Label notes = Labels.paragraph("", "muted", "small");
    private final ListView<Candidate> places = new ListView<>();
    private final StackPane evidence = new StackPane();

    private StampSheet(LocateViewModel model, RevisionGraph graph, String suggested, Messages messages) {
        this.model = model;
        this.messages = messages;
        words = new LocateWords(messages, model.profile().name());
        target = new TargetField(graph, suggested, messages);
        problems = new ProblemList(messages);
        purge = new CheckBox(messages.text("target.purge"));
        purge.setId("purge");
        locate = Sheet.button("locate", messages.text("locate.locate"), model::locate);
        cancelLocate = Sheet.button("cancel-locate", messages.text("locate.cancel"), model::cancel);
    }

    /// `suggested` is what stands in the field to begin with.
    public static void open(LocateViewModel model, RevisionGraph graph, String suggested, Messages messages,
            Sheets sheets, Consumer<Wish> wish) {
        model.forget();
        new StampSheet(model, graph, suggested, messages).open(sheets, wish);
    }

    private void open(Sheets sheets, Consumer<Wish> wish) {
        summary.setId("locate-summary");
        notes.setId("locate-notes");
        progress.setMaxWidth(Double.MAX_VALUE);
        places();
        var body = new HBox(left(), evidence);
        body.getStyleClass().add("stamp-body");
        body.setPrefHeight(HEIGHT);
        HBox.setHgrow(evidence, Priority.ALWAYS);
        evidence.setMinSize(0, 0);
        evidence.setPrefWidth(0);
        Runnable ask = () -> {
            if (!target.typed().isEmpty()) {
                var asked = new Wish.Stamp(List.of(target.typed().split("\\s+", -1)), purge.isSelected());
                sheets.hideThen(() -> wish.accept(asked));
            }
        };
        target.field().setOnAction(_ -> ask.run());
        var copy = CopyButton.of(messages.text("locate.copy"), model::command);
        copy.setId("copy-locate");
        var cancel = Sheet.button("cancel-target", messages.text("sheet.cancel"), sheets::hide);
        var plan = Sheet.button("show-plan", messages.text("target.show"), ask, "accent");
        plan.disableProperty().bind(target.field().textProperty().map(String::isBlank));
        var shown = model.stateProperty().subscribe(this::show);
        sheets.show(new Sheet(messages.text("target.stamp"), WIDTH, body, List.of(copy, cancel, plan), target.field()),
                () -> {
                    shown.unsubscribe();
                    model.cancel();
                });
        target.field().selectAll();
    }

    private Node left() {
        var deeds = new HBox(locate, cancelLocate);
        deeds.getStyleClass().add("journal-line");
        var left = new VBox(Labels.paragraph(messages.text("target.stamp-help"), "muted"), target, purge, deeds,
                progress, problems, summary, places, notes);
        left.getStyleClass().add("sheet-body");
        left.setMinWidth(LEFT);
        left.setMaxWidth(LEFT);
        return left;
    }

    /// What is chosen goes into the field.
    private void places() {
        places.setId("places");
        places.setAccessibleText(messages.text("locate.places"));
        places.setCellFactory(_ -> new CandidateCell(words));
        places.setFixedCellSize(ROW);
        places.setMinHeight(ROW * 2);
        places.setPrefHeight(ROW * ROWS + 2);
        places.getSelectionModel().selectedItemProperty()
                .subscribe(chosen -> Optional.ofNullable(chosen).ifPresent(this::choose));
    }

    private void choose(Candidate candidate) {
        target.field().setText(candidate.targets());
        purge.setSelected(candidate.others());
        evidence.getChildren().setAll(candidate.finding()
                .map(finding -> new EvidenceView(finding, candidate.place().toString(), messages))
                .orElseGet(() -> new EvidenceView(messages.text("locate.no-evidence", candidate.place()),
                        List.of(words.detail(candidate)))));
    }

    private void show(LocateState state) {
        boolean running = state instanceof LocateState.Running;
        locate.setDisable(running);
        cancelLocate.setDisable(!running);
        shown(progress, running);
        problems.show(state instanceof LocateState.Refused(var why) ? why : List.of());
        shown(places, state instanceof LocateState.Found(_, var candidates) && !candidates.isEmpty());
        say(summary, state instanceof LocateState.Found(var location, _) ? words.summary(location) : "");
        say(notes, state instanceof LocateState.Found(var location, _)
                ? String.join("\n", words.notes(location))
                : "");
        switch (state) {
            case LocateState.Unasked _ -> hint(messages.text("locate.unasked"));
            case LocateState.Running(var step, var of) -> {
                progress.setProgress(of == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) step / of);
                hint(of == 0 ? messages.text("locate.reading") : messages.text("compare.step", step, of));
            }
            case LocateState.Cancelled _ -> hint(messages.text("locate.cancelled"));
            case LocateState.Refused _ -> hint(messages.text("locate.refused"));
            case LocateState.Found(_, var candidates) -> {
                hint(messages.text("locate.choose"));
                places.getItems().setAll(candidates);
                select(candidates);
            }
        }
    }

    /// The only exact place is chosen at once. Among several only a person can tell, and so where none is exact.
    private void select(List<Candidate> candidates) {
        var exact = candidates.stream().filter(Candidate::isExact).toList();
        if (exact.size() == 1) {
            places.getSelectionModel().select(exact.getFirst());
        }
    }

    private void hint(String sentence) {
        evidence.getChildren().setAll(new Placeholder("fth-map-pin", sentence));
    }

    private static void say(Label label, String sentence) {
        label.setText(sentence);
        shown(label, !sentence.isEmpty());
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
