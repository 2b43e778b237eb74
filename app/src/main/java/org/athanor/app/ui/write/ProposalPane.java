package org.athanor.app.ui.write;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.athanor.app.export.DifferenceWords;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.engine.Autogeneration;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.compare.SchemaDifference;

/// The differences between the database and its target, to be ticked, after the renames among them are answered.
final class ProposalPane extends VBox {
    private static final double HEIGHT = 132;

    private final ProposalViewModel model;
    private final Messages messages;

    ProposalPane(ProposalViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("proposal");
        getStyleClass().add("proposal");
    }

    void show(ProposalState state) {
        setVisible(!(state instanceof ProposalState.Off));
        setManaged(isVisible());
        switch (state) {
            case ProposalState.Off _ -> getChildren().clear();
            case ProposalState.Comparing _ -> getChildren().setAll(comparing());
            case ProposalState.Asking(var chosen) -> getChildren().setAll(questions(chosen));
            case ProposalState.Choosing(var chosen, var whole) -> choosing(chosen, whole);
            case ProposalState.Nothing(var target) -> getChildren().setAll(
                    Labels.paragraph(messages.text("proposal.nothing", target), "strong"));
            case ProposalState.Cancelled _ -> getChildren().setAll(
                    Labels.paragraph(messages.text("proposal.cancelled"), "muted"));
            case ProposalState.Refused(var problems) -> {
                var list = new ProblemList(messages);
                list.show(problems);
                getChildren().setAll(list);
            }
        }
    }

    private Node comparing() {
        var cancel = Sheet.button("cancel-proposal", messages.text("proposal.cancel"), model::cancel);
        var line = new HBox(new ProgressBar(), Labels.label(messages.text("proposal.comparing"), "muted"), cancel);
        line.getStyleClass().add("journal-line");
        return line;
    }

    private ScrollPane questions(Chosen chosen) {
        var box = new VBox(Labels.paragraph(messages.text("proposal.questions"), "strong"));
        box.getStyleClass().add("proposal");
        chosen.proposal().questions().forEach(candidate -> box.getChildren().add(question(candidate, chosen)));
        return scrolling(box);
    }

    private Node question(RenameCandidate candidate, Chosen chosen) {
        var group = new ToggleGroup();
        var same = radio(group, messages.text("proposal.same"), () -> model.answer(candidate, true));
        var other = radio(group, messages.text("proposal.other"), () -> model.answer(candidate, false));
        if (chosen.answers().containsKey(candidate)) {
            group.selectToggle(chosen.answers().getOrDefault(candidate, false) ? same : other);
        }
        same.getStyleClass().add("rename-same");
        other.getStyleClass().add("rename-other");
        var choice = new HBox(same, other);
        choice.getStyleClass().add("journal-line");
        return new VBox(
                Labels.paragraph(messages.text("proposal.question", candidate.from(), DifferenceWords.to(candidate))),
                Labels.paragraph(String.join("; ", candidate.evidence()), "muted", "small"), choice);
    }

    private static RadioButton radio(ToggleGroup group, String text, Runnable deed) {
        var button = new RadioButton(text);
        button.setToggleGroup(group);
        button.setOnAction(_ -> deed.run());
        return button;
    }

    /// The boxes stay while they are ticked, so that the keyboard stays with them.
    private void choosing(Chosen chosen, Autogeneration whole) {
        var comparison = whole.comparison();
        if (getUserData() instanceof Comparison shown && shown.equals(comparison) && !getChildren().isEmpty()
                && "ticks".equals(getChildren().getFirst().getId())) {
            return;
        }
        setUserData(comparison);
        var box = new VBox();
        box.getStyleClass().add("proposal");
        if (!chosen.proposal().questions().isEmpty()) {
            box.getChildren().addAll(List.copyOf(((VBox) questions(chosen).getContent()).getChildren()));
        }
        box.getChildren().add(Labels.paragraph(messages.text("proposal.tick"), "strong"));
        comparison.differences().forEach(difference -> box.getChildren().add(tick(difference, chosen, comparison)));
        whole.up().unmended().forEach(unmended -> box.getChildren().add(Labels.paragraph(messages.text(
                "proposal.stays", unmended.difference().subject().kind(), unmended.difference().subject().path(),
                unmended.reason()), "warning-text")));
        var scroll = scrolling(box);
        scroll.setId("ticks");
        getChildren().setAll(scroll);
    }

    private CheckBox tick(SchemaDifference difference, Chosen chosen, Comparison comparison) {
        var tick = new CheckBox("%s %s %s  %s".formatted(DifferenceWords.sign(difference).replace('-', '−'),
                DifferenceWords.deed(difference), DifferenceWords.named(difference),
                DifferenceWords.brief(comparison, difference)).strip());
        tick.getStyleClass().add("tick");
        tick.setSelected(!chosen.leftOut().contains(difference));
        tick.setOnAction(_ -> model.tick(difference, tick.isSelected()));
        return tick;
    }

    private static ScrollPane scrolling(VBox box) {
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.setMinHeight(HEIGHT);
        return scroll;
    }
}
