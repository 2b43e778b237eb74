package org.athanor.app.ui.compare;

import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Turns;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.Status;
import org.athanor.engine.dialect.Product;

/// Whether the database is as its own revisions make it. It is looked for by itself where a scratch database costs little: on
/// SQLite, and where the project names a server for scratch databases. Elsewhere somebody asks for it.
public final class DriftViewModel {
    /// Carrying out more revisions than these takes long enough to be asked for.
    private static final int MOST_BY_ITSELF = 400;

    private final Workspace workspace;
    private final Background background;
    private final Background beside;
    private final CompareViewModel compare;
    private final Messages messages;
    private Optional<WorkspaceState.Ready> shown = Optional.empty();
    private final ReadOnlyObjectWrapper<DriftState> state = new ReadOnlyObjectWrapper<>(new DriftState.Silent());
    private final Turns<DriftState> turns;

    /// `compare` shows what was found.
    public DriftViewModel(Workspace workspace, Background background, CompareViewModel compare,
            Messages messages) {
        this.workspace = workspace;
        this.background = background;
        this.beside = background.beside();
        this.turns = new Turns<>(beside, state);
        this.compare = compare;
        this.messages = messages;
    }

    public ReadOnlyObjectProperty<DriftState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The database has answered where it stands, or hasn't.
    public void show(WorkspaceState next) {
        turns.giveUp();
        shown = next instanceof WorkspaceState.Ready ready ? Optional.of(ready) : Optional.empty();
        switch (next) {
            case WorkspaceState.Ready ready when ready.standing() instanceof Standing.Asking -> {
                if (state.get() instanceof DriftState.Looking) {
                    state.set(new DriftState.Silent());
                }
            }
            case WorkspaceState.Ready ready when ready.standing() instanceof Standing.Known(var status, _)
                    && isComparable(ready, status) ->
                consider(ready, status);
            case WorkspaceState.Ready _,WorkspaceState.Broken _,WorkspaceState.Loading _ ->
                state.set(new DriftState.Silent());
        }
    }

    /// A folder with faults, or without the revision where the database stands, makes no schema; that is told elsewhere.
    private static boolean isComparable(WorkspaceState.Ready ready, Status status) {
        return ready.problems().isEmpty() && status.unknown().isEmpty() && status.rows().isPresent();
    }

    private void consider(WorkspaceState.Ready ready, Status status) {
        boolean cheap = ready.dialect().filter(dialect -> dialect.product() == Product.SQLITE).isPresent()
                || ready.project().config().target().scratch().isPresent();
        if (cheap && status.applied().size() <= MOST_BY_ITSELF) {
            look(ready);
        } else {
            state.set(new DriftState.Unasked());
        }
    }

    private void look(WorkspaceState.Ready ready) {
        var mine = turns.next();
        state.set(new DriftState.Looking());
        background.run(() -> workspace.comparing(ready.project()), comparing -> {
            if (turns.isCurrent(mine)) {
                beside.run(() -> CompareState.Done.of(comparing.drift(mine), messages),
                        found -> turns.tell(mine, new DriftState.Found(found)),
                        why -> turns.tell(mine, new DriftState.Unknown(why)));
            }
        }, why -> turns.tell(mine, new DriftState.Unknown(why)));
    }

    /// Somebody wants to know more: looks, or leads to what was found. Whether there is something to show now.
    public boolean lead() {
        return switch (state.get()) {
            case DriftState.Found(var done) -> leadTo(done);
            case DriftState.Unknown(var problems) -> leadTo(new CompareState.Refused(problems));
            case DriftState.Unasked _ -> {
                shown.ifPresent(this::look);
                yield false;
            }
            case DriftState.Silent _,DriftState.Looking _ -> false;
        };
    }

    private boolean leadTo(CompareState found) {
        compare.show(found);
        return true;
    }

    /// Gives up what is under way.
    public void stop() {
        turns.giveUp();
        if (state.get() instanceof DriftState.Looking) {
            state.set(new DriftState.Unasked());
        }
    }
}
