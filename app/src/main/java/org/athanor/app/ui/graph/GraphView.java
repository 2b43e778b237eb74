package org.athanor.app.ui.graph;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.workspace.WorkspaceState;

/// The graph, or what stands in its place while there is none.
public final class GraphView extends StackPane {
    private final GraphCanvas canvas;
    private final GraphBar bar;
    private final VBox graph;
    private final Messages messages;
    private final GraphWishes wishes;

    public GraphView(GraphViewModel model, Messages messages, GraphWishes wishes) {
        this.canvas = new GraphCanvas(model);
        this.messages = messages;
        this.wishes = wishes;
        new GraphMouse(canvas, new RowMenu(model, messages, wishes), wishes);
        new GraphKeys(canvas, wishes);
        bar = new GraphBar(model, messages, new GraphExportMenu(messages, wishes), this::focus);
        graph = new VBox(bar, new PinShelf(model), canvas, new GhostPanel(model, messages, wishes));
        VBox.setVgrow(canvas, Priority.ALWAYS);
        canvas.setId("graph");
        canvas.setMinHeight(Geometry.ROW_HEIGHT * 3);
        getStyleClass().add("graph");
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

    public void focusSearch() {
        bar.focusSearch();
    }

    private Node node(WorkspaceState state) {
        return switch (state) {
            case WorkspaceState.Loading _ -> new Placeholder("fth-loader", messages.text("graph.loading"));
            case WorkspaceState.Broken broken -> broken(broken);
            case WorkspaceState.Ready ready when ready.lanes().rows().isEmpty() -> new Placeholder("fth-git-commit",
                    messages.text("graph.empty", ready.project().config().scriptLocation()), refreshButton());
            case WorkspaceState.Ready _ -> graph;
        };
    }

    private Node broken(WorkspaceState.Broken broken) {
        var problems = new ProblemList(messages, wishes::open);
        problems.show(broken.problems());
        return new Placeholder("fth-alert-triangle", messages.text("graph.broken"), problems, refreshButton());
    }

    private Button refreshButton() {
        var button = new Button(messages.text("graph.again"));
        button.setOnAction(_ -> wishes.refresh());
        return button;
    }
}
