package org.athanor.app.ui.revision;

import java.util.List;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.ui.Background;
import org.athanor.app.ui.graph.GraphRow;
import org.athanor.app.workspace.Closeup;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.journal.Edited;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Direction;

/// Everything about the selected revision. The SQL is read when the revision is looked at.
public final class RevisionViewModel {
    private final Workspace workspace;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Details>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Closeup>> closeup = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SqlText> upgrade = new ReadOnlyObjectWrapper<>(new SqlText.Nothing());
    private final ReadOnlyObjectWrapper<SqlText> downgrade = new ReadOnlyObjectWrapper<>(new SqlText.Nothing());

    /// What the folder and the database say about a revision.
    public record Details(GraphRow row, List<Revision> parents, List<Revision> children, List<Revision> dependencies,
            Optional<Dialect> dialect, Optional<Edited> edited) {
        public Details {
            parents = List.copyOf(parents);
            children = List.copyOf(children);
            dependencies = List.copyOf(dependencies);
        }

        public Revision revision() {
            return row.revision();
        }
    }

    public RevisionViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Optional<Details>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// What is read of the revision; nothing while that is under way.
    public ReadOnlyObjectProperty<Optional<Closeup>> closeupProperty() {
        return closeup.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SqlText> upgradeProperty() {
        return upgrade.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SqlText> downgradeProperty() {
        return downgrade.getReadOnlyProperty();
    }

    /// A row that the folder has no more is nothing to show, though it may still be drawn for a moment.
    public void show(WorkspaceState state, Optional<GraphRow> row) {
        if (!(state instanceof WorkspaceState.Ready ready)
                || row.isEmpty() || ready.project().graph().find(row.get().revision().id()).isEmpty()) {
            details.set(Optional.empty());
            return;
        }
        var revision = row.get().revision();
        var graph = ready.project().graph();
        if (details.get().filter(d -> d.revision().id().equals(revision.id())).isEmpty()) {
            closeup.set(Optional.empty());
            upgrade.set(new SqlText.Loading());
            downgrade.set(new SqlText.Loading());
        }
        details.set(Optional.of(new Details(row.get(), graph.parents(revision), graph.children(revision),
                graph.dependencies(revision), ready.dialect(), edited(ready.standing(), revision))));
        read(ready, revision, Direction.UPGRADE, upgrade);
        read(ready, revision, Direction.DOWNGRADE, downgrade);
        background.run(() -> workspace.closeup(ready.project(), revision, ready.dialect()), read -> {
            if (isStillShown(revision.id())) {
                closeup.set(Optional.of(read));
            }
        }, _ -> {});
    }

    private static Optional<Edited> edited(Standing standing, Revision revision) {
        return standing instanceof Standing.Known(_, var news)
                ? news.edited().stream().filter(e -> e.revision().id().equals(revision.id())).findFirst()
                : Optional.empty();
    }

    private boolean isStillShown(RevisionId id) {
        return details.get().filter(d -> d.revision().id().equals(id)).isPresent();
    }

    private void read(WorkspaceState.Ready ready, Revision revision, Direction direction,
            ObjectProperty<SqlText> shown) {
        if (ready.dialect().isEmpty()) {
            shown.set(new SqlText.NoDialect());
            return;
        }
        var dialect = ready.dialect().get();
        background.run(() -> SqlText.of(workspace.script(ready.project(), revision, direction, dialect)),
                text -> setIfStillShown(shown, revision.id(), text),
                problems -> setIfStillShown(shown, revision.id(), new SqlText.Unreadable(problems.getFirst())));
    }

    private void setIfStillShown(ObjectProperty<SqlText> shown, RevisionId id, SqlText text) {
        if (isStillShown(id)) {
            shown.set(text);
        }
    }
}
