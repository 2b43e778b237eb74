package org.athanor.app.ui.write;

import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.ui.Background;
import org.athanor.app.ui.Turns;
import org.athanor.app.workspace.Comparing;
import org.athanor.app.workspace.Workspace;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.Stop;

/// What a new revision would have to do to make the database like its target, and what somebody wants of it.
public final class ProposalViewModel {
    private final Workspace workspace;
    private final Background background;
    private final Background beside;
    private final ReadOnlyObjectWrapper<ProposalState> state = new ReadOnlyObjectWrapper<>(new ProposalState.Off());
    private final Turns<ProposalState> turns;

    ProposalViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.beside = background.beside();
        this.turns = new Turns<>(beside, state);
    }

    public ReadOnlyObjectProperty<ProposalState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public void compare(Project project) {
        var mine = turns.next();
        state.set(new ProposalState.Comparing());
        background.run(() -> workspace.comparing(project), comparing -> carryOut(comparing, mine),
                why -> turns.tell(mine, new ProposalState.Refused(why)));
    }

    private void carryOut(Comparing comparing, Stop mine) {
        if (turns.isCurrent(mine)) {
            beside.run(() -> state(Chosen.all(comparing.propose(mine))), next -> turns.tell(mine, next),
                    why -> turns.tell(mine, new ProposalState.Refused(why)));
        }
    }

    /// What is to be answered, ticked, or said.
    private static ProposalState state(Chosen chosen) {
        if (!chosen.isAnswered()) {
            return new ProposalState.Asking(chosen);
        }
        try {
            var whole = chosen.whole();
            return whole.isEmpty()
                    ? new ProposalState.Nothing(chosen.proposal().target().title())
                    : new ProposalState.Choosing(chosen, whole);
        } catch (Refusal refusal) {
            return new ProposalState.Refused(refusal.problems());
        }
    }

    /// Nobody wants it any more.
    public void off() {
        turns.giveUp();
        state.set(new ProposalState.Off());
    }

    /// Gives up what is under way.
    public void cancel() {
        if (state.get() instanceof ProposalState.Comparing) {
            turns.giveUp();
            state.set(new ProposalState.Cancelled());
        }
    }

    public void answer(RenameCandidate candidate, boolean isRename) {
        chosen().map(chosen -> chosen.answered(candidate, isRename)).ifPresent(next -> {
            var mine = turns.next();
            beside.run(() -> state(next), found -> turns.tell(mine, found),
                    why -> turns.tell(mine, new ProposalState.Refused(why)));
        });
    }

    public void tick(SchemaDifference difference, boolean is) {
        if (state.get() instanceof ProposalState.Choosing(var chosen, var whole)) {
            state.set(new ProposalState.Choosing(chosen.ticked(difference, is), whole));
        }
    }

    private Optional<Chosen> chosen() {
        return switch (state.get()) {
            case ProposalState.Asking(var chosen) -> Optional.of(chosen);
            case ProposalState.Choosing(var chosen, _) -> Optional.of(chosen);
            case ProposalState.Off _,ProposalState.Comparing _,ProposalState.Nothing _,ProposalState.Cancelled _,ProposalState.Refused _ ->
                Optional.empty();
        };
    }
}
