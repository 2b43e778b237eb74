package org.athanor.app.ui.controls;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.engine.problem.Problem;

/// Problems where the eye is: each with what happened, where, and what to do; copied all at once.
public final class ProblemList extends HBox {
    private static final int SHOWN_AT_ONCE = 2;
    private static final double SCROLLING_HEIGHT = 144;

    private final Messages messages;
    private final Optional<Consumer<Problem.Place>> open;
    private final VBox list = new VBox();

    public ProblemList(Messages messages) {
        this(messages, Optional.empty());
    }

    /// The same; each problem's place can be opened.
    public ProblemList(Messages messages, Consumer<Problem.Place> open) {
        this(messages, Optional.of(open));
    }

    private ProblemList(Messages messages, Optional<Consumer<Problem.Place>> open) {
        this.messages = messages;
        this.open = open;
        getStyleClass().add("problem-list");
        setMinHeight(USE_PREF_SIZE);
        list.getStyleClass().add("problems");
    }

    public void show(List<Problem> problems) {
        list.getChildren().setAll(problems.stream().map(this::problem).toList());
        var body = problems.size() > SHOWN_AT_ONCE ? scrolling(list) : list;
        HBox.setHgrow(body, Priority.ALWAYS);
        getChildren().setAll(Icons.icon("fth-alert-circle", "danger-icon"), body,
                CopyButton.of(messages.text("problem.copy"), () -> text(problems)));
        var shown = !problems.isEmpty();
        setVisible(shown);
        setManaged(shown);
    }

    private static Node scrolling(VBox list) {
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(SCROLLING_HEIGHT);
        scroll.setMinHeight(SCROLLING_HEIGHT);
        return scroll;
    }

    private Node problem(Problem problem) {
        var box = new VBox(Labels.paragraph(problem.message(), "strong"));
        box.getStyleClass().add("problem");
        problem.place().map(this::place).ifPresent(box.getChildren()::add);
        if (!problem.hint().isBlank()) {
            box.getChildren().add(Labels.paragraph(problem.hint().strip(), "muted"));
        }
        return box;
    }

    private Node place(Problem.Place place) {
        if (open.isEmpty()) {
            return Labels.paragraph(place.toString(), "mono", "muted", "small");
        }
        var link = new Hyperlink(place.toString());
        link.getStyleClass().add("place");
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setOnAction(_ -> open.get().accept(place));
        return link;
    }

    private static String text(List<Problem> problems) {
        return problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    }
}
