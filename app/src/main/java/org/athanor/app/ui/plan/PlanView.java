package org.athanor.app.ui.plan;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.profile.Environment;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.workspace.CommandText;
import org.athanor.app.workspace.Consent;
import org.athanor.engine.locate.StampVerdict;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.run.RehearsalResult;
import org.athanor.engine.run.RunResult;

/// The drawer with the plan: to be read, running, and what became of it.
public final class PlanView extends BorderPane {
    private static final List<String> SUCCESS = List.of("fth-check-circle", "success");
    private static final List<String> WARNING = List.of("fth-pause-circle", "warning");
    private static final List<String> DANGER = List.of("fth-x-circle", "danger");

    private final PlanViewModel model;
    private final Messages messages;
    private final PlanWords words;
    private final StepsPane steps;
    private final RunView run;

    public PlanView(PlanViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.words = new PlanWords(messages, model.profile());
        this.steps = new StepsPane(messages, words);
        this.run = new RunView(model, messages, words);
        getStyleClass().add("plan");
        setMinHeight(0);
        model.stateProperty().subscribe(this::show);
    }

    private void show(PlanState state) {
        if (!(state instanceof PlanState.Running)) {
            run.end();
        }
        switch (state) {
            case PlanState.Closed _ -> steps.clear();
            case PlanState.Planning _ -> layout(messages.text("plan.planning"), List.of(close("plan.cancel")),
                    new Placeholder("fth-loader", messages.text("plan.planning")));
            case PlanState.Refused(var problems) ->
                layout(messages.text("plan.refused"), List.of(close("plan.close")), problems(problems));
            case PlanState.Review review -> review(review);
            case PlanState.Rehearsed(var review, var result) -> rehearsed(review, result);
            case PlanState.Running running -> running(running);
            case PlanState.Ended(var plan, var result) -> ended(plan, result);
        }
    }

    private void review(PlanState.Review review) {
        var plan = review.plan();
        if (plan.isEmpty()) {
            layout(messages.text("plan.nothing"), List.of(close("plan.close")),
                    new Placeholder("fth-check", messages.text("plan.nothing")));
            return;
        }
        steps.show(plan);
        read(review,
                review.verdict().<Node>map(verdict -> new StampPane(plan, verdict, words, messages)).orElse(steps));
    }

    /// The plan with what can be done with it, over its steps or over what a rehearsal has shown.
    private void read(PlanState.Review review, Node below) {
        var plan = review.plan();
        var cancel = close("plan.cancel");
        var consent = new ConsentForm(review, messages);
        var start = new Button(words.run(plan), Icons.icon("fth-play", "on-accent"));
        start.setId("run");
        start.setMinWidth(0);
        start.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // The environment stands at the end.
        start.setTooltip(Hint.of(words.run(plan)));
        start.getStyleClass().add(model.profile().environment() == Environment.PRODUCTION ? "danger" : "accent");
        var allowed = consent.allowed(review);
        start.disableProperty().bind(allowed.map(is -> !is));
        start.setOnAction(_ -> model.run(consent.consent()));
        consent.typing(model::type);
        var actions = new ArrayList<Node>();
        if (!plan.hazards().isEmpty()) {
            actions.add(Icons.icon("fth-alert-triangle", "warning-icon"));
        }
        actions.addAll(List.of(
                CopyButton.of(messages.text("plan.copy-command"), () -> command(review, consent.consent())), cancel));
        if (review.canBeRehearsed()) {
            actions.add(Sheet.button("rehearse", messages.text("plan.rehearse"), model::rehearse));
        }
        actions.add(start);
        layout(words.title(plan), actions, reviewBody(review, consent, below));
        cancel.setDefaultButton(plan.isRunnable() && review.nameToType().isPresent());
        cancel.requestFocus();
    }

    private Node reviewBody(PlanState.Review review, ConsentForm consent, Node below) {
        var body = new VBox();
        body.getStyleClass().add("plan-review");
        var against = new ArrayList<>(review.forbidden().stream().toList());
        against.addAll(review.plan().obstacles());
        review.objection().map(why -> objection(review, why)).ifPresent(against::add);
        if (!against.isEmpty()) {
            body.getChildren().add(problems(against));
        }
        VBox.setVgrow(below, Priority.ALWAYS);
        body.getChildren().addAll(consent, below);
        return body;
    }

    /// Where the evidence stands below, the sentence is short.
    private Problem objection(PlanState.Review review, Problem why) {
        return review.verdict().flatMap(StampVerdict::finding).isEmpty()
                ? why
                : Problem.of(why.kind(), words.contradicted(review.plan()), messages.text("stamp.contradicted-help"));
    }

    private void rehearsed(PlanState.Review review, RehearsalResult result) {
        steps.show(review.plan());
        var found = new VBox(line(words.rehearsal(result), result.isWhole() ? SUCCESS : WARNING));
        found.getStyleClass().add("plan-body");
        PlanWords.problem(result).ifPresent(problem -> found.getChildren().add(problems(List.of(problem))));
        var tabs = new TabPane(tab("plan.rehearsed", new RehearsalView(result, messages)), tab("plan.steps", steps),
                tab("log.tab", new LogView(model.log(), messages)));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        found.getChildren().add(tabs);
        read(review, found);
    }

    private String command(PlanState.Review review, Consent consent) {
        var line = new ArrayList<>(review.wish().words(review.plan()));
        consent.reason().ifPresent(reason -> line.addAll(List.of("--force", "--reason", reason)));
        return new CommandText(model.profile()).of(line);
    }

    private void running(PlanState.Running running) {
        run.show(running);
        if (getCenter() == run) {
            return;
        }
        var stop = new Button(messages.text("plan.stop"), Icons.icon("fth-square"));
        stop.setId("stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> model.stop());
        stop.disableProperty().bind(model.stateProperty()
                .map(s -> s instanceof PlanState.Running r && r.stopping()).orElse(false));
        layout(words.title(running.plan()), List.of(stop), run);
    }

    private void ended(Plan plan, RunResult result) {
        steps.show(plan);
        var content = new VBox(resultLine(result));
        content.getStyleClass().add("plan-body");
        if (result instanceof RunResult.Failed failed) {
            steps.select(failed.step());
            content.getChildren().add(problems(List.of(failed.problem())));
            if (!failed.partly().isEmpty()) {
                content.getChildren().add(Labels.paragraph(words.partly(failed.partly()), "warning-text"));
            }
        }
        var both = new TabPane(tab("plan.steps", steps), tab("log.tab", new LogView(model.log(), messages)));
        VBox.setVgrow(both, Priority.ALWAYS);
        content.getChildren().add(both);
        var close = close("plan.close");
        layout(words.title(plan), List.of(close), content);
        close.requestFocus();
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab(messages.text(key), content);
        tab.setClosable(false);
        return tab;
    }

    private Node resultLine(RunResult result) {
        return line(words.result(result), switch (result) {
            case RunResult.Completed _ -> SUCCESS;
            case RunResult.Stopped _ -> WARNING;
            case RunResult.Failed _ -> DANGER;
        });
    }

    /// How something ended, by icon, colour and words.
    private static Node line(String text, List<String> look) {
        var label = Labels.paragraph(text, "strong");
        label.setId("result");
        label.setGraphic(Icons.icon(look.getFirst(), look.getLast() + "-icon"));
        var line = new HBox(label);
        line.getStyleClass().addAll("result", look.getLast());
        return line;
    }

    private ProblemList problems(List<Problem> problems) {
        var list = new ProblemList(messages);
        list.show(problems);
        return list;
    }

    /// Many deeds stand on a line of their own, so that neither they nor the title are cut.
    private void layout(String title, List<Node> actions, Node content) {
        var heading = Labels.label(messages.text("plan.heading"), "section");
        heading.setMinWidth(USE_PREF_SIZE);
        var text = Labels.paragraph(title, "strong");
        text.setId("plan-title");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var bar = new HBox(heading, text);
        bar.getStyleClass().add("plan-bar");
        if (actions.size() > 1) {
            var deeds = new HBox();
            deeds.getStyleClass().addAll("plan-bar", "plan-deeds");
            deeds.getChildren().addAll(actions);
            setTop(new VBox(bar, deeds));
        } else {
            bar.getChildren().addAll(actions);
            setTop(bar);
        }
        setCenter(content);
    }

    private Button close(String key) {
        var button = new Button(messages.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setId("close-plan");
        button.setOnAction(_ -> model.cancel());
        return button;
    }
}
