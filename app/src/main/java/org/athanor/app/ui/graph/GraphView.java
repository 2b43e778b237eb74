package org.athanor.app.ui.graph;

import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.workspace.WorkspaceState;

/// The graph, or what stands in its place while there is none.
public final class GraphView extends StackPane {
    private final GraphCanvas canvas;
    private final Messages messages;
    private final Runnable refresh;

    public GraphView(GraphViewModel model, Messages messages, Runnable refresh, Consumer<Move> wish) {
        this.canvas = new GraphCanvas(model, new RowMenu(messages, wish));
        this.messages = messages;
        this.refresh = refresh;
        canvas.setId("graph");
        getStyleClass().add("graph");
        setMinHeight(GraphCanvas.ROW_HEIGHT * 3);
    }

    public void show(WorkspaceState state) {
        var node = node(state);
        if (!getChildren().contains(node)) {
            getChildren().setAll(node);
        }
    }

    public void focus() {
        canvas.requestFocus();
    }

    private Node node(WorkspaceState state) {
        return switch (state) {
            case WorkspaceState.Loading _ -> new Placeholder("fth-loader", messages.text("graph.loading"));
            case WorkspaceState.Broken broken -> broken(broken);
            case WorkspaceState.Ready ready when ready.lanes().rows().isEmpty() -> new Placeholder("fth-git-commit",
                    messages.text("graph.empty", ready.project().config().scriptLocation()), refreshButton());
            case WorkspaceState.Ready _ -> canvas;
        };
    }

    private Node broken(WorkspaceState.Broken broken) {
        var problems = new ProblemList(messages);
        problems.show(broken.problems());
        return new Placeholder("fth-alert-triangle", messages.text("graph.broken"), problems, refreshButton());
    }

    private Button refreshButton() {
        var button = new Button(messages.text("graph.again"));
        button.setOnAction(_ -> refresh.run());
        return button;
    }
}
