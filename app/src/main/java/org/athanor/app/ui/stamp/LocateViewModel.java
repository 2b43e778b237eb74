package org.athanor.app.ui.stamp;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Turns;
import org.athanor.app.workspace.CommandText;
import org.athanor.app.workspace.Comparing;
import org.athanor.app.workspace.Workspace;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.Stop;

/// Looks for the revision at which the database is by its schema, beside all else.
public final class LocateViewModel {
    private final Workspace workspace;
    private final Background background;
    private final Background beside;
    private final Supplier<Optional<Project>> project;
    private final ReadOnlyObjectWrapper<LocateState> state = new ReadOnlyObjectWrapper<>(new LocateState.Unasked());
    private final Turns<LocateState> turns;

    public LocateViewModel(Workspace workspace, Background background, Supplier<Optional<Project>> project) {
        this.workspace = workspace;
        this.background = background;
        this.beside = background.beside();
        this.turns = new Turns<>(beside, state);
        this.project = project;
    }

    public ReadOnlyObjectProperty<LocateState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Profile profile() {
        return workspace.profile();
    }

    /// What was found earlier may no more be so.
    public void forget() {
        turns.giveUp();
        state.set(new LocateState.Unasked());
    }

    public void locate() {
        project.get().ifPresent(this::locate);
    }

    private void locate(Project of) {
        var mine = turns.next();
        state.set(new LocateState.Running(0, 0));
        background.run(() -> workspace.comparing(of), comparing -> carryOut(comparing, mine),
                why -> turns.tell(mine, new LocateState.Refused(why)));
    }

    private void carryOut(Comparing comparing, Stop mine) {
        if (!turns.isCurrent(mine)) {
            return;
        }
        beside.run(() -> LocateState.Found.of(comparing.locate(
                (step, of) -> beside.tell(() -> turns.tell(mine, new LocateState.Running(step, of))), mine)),
                found -> turns.tell(mine, found), why -> turns.tell(mine, new LocateState.Refused(why)));
    }

    /// Gives up what is under way.
    public void cancel() {
        if (state.get() instanceof LocateState.Running) {
            turns.giveUp();
            state.set(new LocateState.Cancelled());
        }
    }

    /// The line of the command line that looks for the same.
    public String command() {
        return new CommandText(profile()).of(List.of("locate"));
    }
}
