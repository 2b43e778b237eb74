package org.athanor.app.ui.write;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CodeEditor;
import org.athanor.app.ui.controls.CodeEditor.Language;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.workspace.CommandText;
import org.athanor.engine.project.GalleryTemplate;
import org.athanor.engine.project.Project;

/// The sheet in which a new revision is described. Its file is shown as it will be, and may be changed before it is written.
public final class WriteSheet {
    private static final double WIDTH = 840;
    private static final double EDITOR_HEIGHT = 320;
    private static final double PROPOSAL_HEIGHT = 140;
    private static final Duration AFTER_TYPING = Duration.millis(200);

    private final WriteViewModel model;
    private final Messages messages;
    private final Sheets sheets;
    private final Project project;
    private final TextField message = new TextField();
    private final TextField id = new TextField("%012x".formatted(new SecureRandom().nextLong() >>> 16));
    private final TextField label = new TextField();
    private final TextField dependsOn = new TextField();
    private final ComboBox<Parent> parent = new ComboBox<>();
    private final ComboBox<GalleryTemplate> template = new ComboBox<>();
    private final CheckBox autogenerate;
    private final ProposalPane proposal;
    private final Button copy;
    private final Label file = Labels.label("", "mono", "muted", "small");
    private final ProblemList problems;
    private final CodeEditor editor;
    private final Button write;
    private final PauseTransition pause = new PauseTransition(AFTER_TYPING);
    private final PauseTransition typing = new PauseTransition(AFTER_TYPING);

    private WriteSheet(WriteViewModel model, Project project, CommandText command, Sheets sheets, Messages messages) {
        this.model = model;
        this.project = project;
        this.sheets = sheets;
        this.messages = messages;
        editor = new CodeEditor(messages.text("write.text"));
        problems = new ProblemList(messages, place -> editor.goTo(place.line()));
        proposal = new ProposalPane(model.proposal(), messages);
        autogenerate = new CheckBox(messages.text("proposal.autogenerate"));
        autogenerate.setId("autogenerate");
        copy = CopyButton.of(messages.text("plan.copy-command"), () -> command.of(wanted().words()));
        write = Sheet.button("write", messages.text("write.write"), this::write, "accent");
    }

    /// Asks for a revision after one of these, the first of them to begin with.
    public static void open(WriteViewModel model, Project project, List<Parent> parents, CommandText command,
            Sheets sheets, Messages messages) {
        var sheet = new WriteSheet(model, project, command, sheets, messages);
        sheet.parent.getItems().setAll(parents);
        sheet.open(messages.text("write.new"), "");
    }

    /// Asks for the revision that brings all heads together.
    public static void merge(WriteViewModel model, Project project, CommandText command, Sheets sheets,
            Messages messages) {
        var sheet = new WriteSheet(model, project, command, sheets, messages);
        sheet.parent.getItems().setAll(List.of(model.heads(project)));
        sheet.open(messages.text("write.merge"), messages.text("write.merge-message"));
    }

    private void open(String title, String suggested) {
        parent.getSelectionModel().selectFirst();
        message.setText(suggested);
        fillTemplates();
        var body = new VBox(fields(), autogenerate, proposal, problems, file, editor);
        body.getStyleClass().add("sheet-body");
        VBox.setVgrow(editor, Priority.ALWAYS);
        editor.setPrefHeight(EDITOR_HEIGHT);
        problems.show(List.of());
        var cancel = Sheet.button("cancel-write", messages.text("sheet.cancel"), sheets::hide);
        pause.setOnFinished(_ -> draft());
        List.of(message, id, label, dependsOn).forEach(field -> field.textProperty().subscribe(pause::playFromStart));
        parent.valueProperty().subscribe(pause::playFromStart);
        template.valueProperty().subscribe(pause::playFromStart);
        typing.setOnFinished(_ -> model.check(editor.textProperty().get(), problems::show));
        editor.textProperty().subscribe(typing::playFromStart);
        var shown = model.stateProperty().subscribe(state -> show(state));
        autogenerate.setVisible(!isMerge());
        autogenerate.setManaged(!isMerge());
        model.proposal().off();
        autogenerate.setOnAction(_ -> compare());
        var proposed = model.proposal().stateProperty().subscribe(this::propose);
        sheets.show(new Sheet(title, WIDTH, body, List.of(copy, cancel, write), message), () -> {
            shown.unsubscribe();
            proposed.unsubscribe();
            model.proposal().off();
        });
        draft();
    }

    private void compare() {
        if (autogenerate.isSelected()) {
            model.proposal().compare(project);
        } else {
            model.proposal().off();
        }
    }

    /// Only what is known and answered can be written.
    private void propose(ProposalState state) {
        proposal.show(state);
        template.setDisable(!(state instanceof ProposalState.Off));
        editor.setPrefHeight(state instanceof ProposalState.Off ? EDITOR_HEIGHT : EDITOR_HEIGHT - PROPOSAL_HEIGHT);
        copy.setDisable(!(state instanceof ProposalState.Off)
                && !(state instanceof ProposalState.Choosing(var chosen, _) && chosen.leftOut().isEmpty()));
        draft();
    }

    private void fillTemplates() {
        if (isMerge()) {
            return;
        }
        template.getItems().setAll(model.templates(project));
        template.setCellFactory(_ -> new TemplateCell());
        template.setButtonCell(new TemplateCell());
        template.getSelectionModel().selectFirst();
    }

    private GridPane fields() {
        var grid = new GridPane();
        grid.getStyleClass().add("fields");
        grid.getColumnConstraints().setAll(new ColumnConstraints(), half(), new ColumnConstraints(), half());
        row(grid, "write.message", message, "write-message");
        row(grid, "write.parent", parent, "write-parent");
        if (!isMerge()) {
            row(grid, "write.template", template, "write-template");
            row(grid, "write.depends", dependsOn, "write-depends");
        }
        row(grid, "write.label", label, "write-label");
        row(grid, "write.id", id, "write-id");
        return grid;
    }

    private boolean isMerge() {
        return parent.getItems().getFirst().names().size() > 1;
    }

    private static ColumnConstraints half() {
        var half = new ColumnConstraints();
        half.setPercentWidth(38);
        half.setHgrow(Priority.ALWAYS);
        return half;
    }

    private void row(GridPane grid, String key, javafx.scene.control.Control field, String fieldId) {
        var name = Labels.label(messages.text(key), "muted");
        name.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        name.setLabelFor(field);
        field.setId(fieldId);
        field.setMaxWidth(Double.MAX_VALUE);
        int cell = grid.getChildren().size() / 2;
        grid.add(name, cell % 2 * 2, cell / 2);
        grid.add((Node) field, cell % 2 * 2 + 1, cell / 2);
    }

    private Wanted wanted() {
        var chosen = model.proposal().stateProperty().get() instanceof ProposalState.Choosing(var of, _)
                ? Optional.of(of)
                : Optional.<Chosen>empty();
        return new Wanted(message.getText(), parent.getValue(),
                Optional.ofNullable(template.getValue()).map(GalleryTemplate::name).filter(_ -> chosen.isEmpty()),
                label.getText(), dependsOn.getText(), id.getText(), chosen);
    }

    private void draft() {
        switch (model.proposal().stateProperty().get()) {
            case ProposalState.Off _,ProposalState.Choosing _ -> model.draft(project, wanted());
            case ProposalState.Comparing _,ProposalState.Asking _,ProposalState.Nothing _,ProposalState.Cancelled _,ProposalState.Refused _ -> {
                model.forget();
                problems.show(List.of());
                file.setText("");
                editor.show("", Language.of(".sql"));
            }
        }
    }

    private void write() {
        model.write(project, editor.textProperty().get(), sheets::hide);
    }

    private void show(WriteState state) {
        write.setDisable(!(state instanceof WriteState.Drafted));
        switch (state) {
            case WriteState.Drafting _ -> {
            }
            case WriteState.Refused(var found) -> problems.show(found);
            case WriteState.Drafted(var draft) -> {
                problems.show(List.of());
                var root = project.config().folder();
                file.setText(messages.text("write.file", draft.file().startsWith(root)
                        ? root.relativize(draft.file())
                        : draft.file()));
                editor.show(draft.text(), Language.of(draft.file().toString()));
            }
        }
    }

    /// A template's name and what it is for.
    private static final class TemplateCell extends ListCell<GalleryTemplate> {
        @Override
        protected void updateItem(GalleryTemplate item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? "" : "%s – %s".formatted(item.name(), item.description()));
        }
    }
}
