package org.athanor.app.ui.main;

import java.util.List;
import java.util.function.Consumer;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.problem.Problem;

/// Above the graph: what is wrong with the folder, and why the database can't be asked.
final class BannerView extends VBox {
    private final ProblemList folder;
    private final ProblemList database;
    private final HBox databaseLine;
    private final ProblemList warnings;

    BannerView(Messages messages, Runnable retry, Consumer<Problem.Place> open) {
        folder = new ProblemList(messages, open);
        database = new ProblemList(messages);
        warnings = new ProblemList(messages, open);
        var again = new Button(messages.text("banner.retry"));
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(_ -> retry.run());
        HBox.setHgrow(database, Priority.ALWAYS);
        databaseLine = new HBox(database, again);
        databaseLine.getStyleClass().add("banner-line");
        getStyleClass().add("banner");
        getChildren().addAll(folder, databaseLine, warnings);
    }

    void show(WorkspaceState state) {
        folder.show(state instanceof WorkspaceState.Ready ready ? ready.problems() : List.of());
        show(database, reason(state));
        warnings.show(state instanceof WorkspaceState.Ready ready ? ready.standing().warnings() : List.of());
        setVisible(folder.isVisible() || databaseLine.isVisible() || warnings.isVisible());
        setManaged(isVisible());
    }

    private void show(ProblemList list, List<Problem> problems) {
        list.show(problems);
        databaseLine.setVisible(!problems.isEmpty());
        databaseLine.setManaged(!problems.isEmpty());
    }

    private static List<Problem> reason(WorkspaceState state) {
        return state instanceof WorkspaceState.Ready ready
                && ready.standing() instanceof Standing.Unknown(var problem) ? List.of(problem) : List.of();
    }
}
