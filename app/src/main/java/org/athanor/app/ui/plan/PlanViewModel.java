package org.athanor.app.ui.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.ui.Background;
import org.athanor.app.workspace.Workspace;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.athanor.engine.script.Direction;

/// A plan on its way: asked for, read, run, ended. Nothing runs that has not been shown first.
public final class PlanViewModel {
    private final Workspace workspace;
    private final Background background;
    private final InstantSource clock;
    private final Runnable databaseMoved;
    private Stop stop = new Stop();
    private final ReadOnlyObjectWrapper<PlanState> state = new ReadOnlyObjectWrapper<>(new PlanState.Closed());

    public PlanViewModel(Workspace workspace, Background background, InstantSource clock, Runnable databaseMoved) {
        this.workspace = workspace;
        this.background = background;
        this.clock = clock;
        this.databaseMoved = databaseMoved;
    }

    public ReadOnlyObjectProperty<PlanState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Profile profile() {
        return workspace.profile();
    }

    public InstantSource clock() {
        return clock;
    }

    public boolean isRunning() {
        return state.get() instanceof PlanState.Running;
    }

    public void open(Project project, Direction direction, String target) {
        if (isRunning()) {
            return;
        }
        var planning = new PlanState.Planning();
        state.set(planning);
        background.run(() -> {
            var plan = workspace.plan(project, direction, target);
            return new PlanState.Review(project, plan, workspace.nameToType(project, plan));
        }, review -> answer(planning, review),
                problems -> answer(planning, new PlanState.Refused(problems)));
    }

    /// Runs the plan on show, if there is one that can be run.
    public void run() {
        run(Optional.empty());
    }

    /// The same, where somebody has typed the database's name.
    public void run(Optional<String> typedName) {
        if (!(state.get() instanceof PlanState.Review(var project, var plan, var nameToType)) || plan.isEmpty()
                || !plan.isRunnable() || nameToType.isPresent() && !nameToType.equals(typedName)) {
            return;
        }
        var stopOfThisRun = new Stop();
        stop = stopOfThisRun;
        state.set(new PlanState.Running(plan, 1, clock.instant(), false));
        background.run(() -> workspace.run(project, plan, typedName, this::hear, stopOfThisRun),
                result -> end(plan, result), this::refuseRun);
    }

    /// Cancels the statement under way, and with it the run.
    public void stop() {
        if (state.get() instanceof PlanState.Running running) {
            stop.afterThisStatement();
            Thread.startVirtualThread(stop::now); // It talks to the database.
            state.set(running.askedToStop());
        }
    }

    /// Puts the drawer away; a run is asked to stop instead.
    public void cancel() {
        if (isRunning()) {
            stop();
        } else {
            state.set(new PlanState.Closed());
        }
    }

    /// An answer that nobody waits for any more is dropped.
    @SuppressWarnings("ReferenceEquality") // Each time of planning is its own.
    private void answer(PlanState.Planning planning, PlanState answer) {
        if (state.get() == planning) {
            state.set(answer);
        }
    }

    private void refuseRun(List<Problem> problems) {
        state.set(new PlanState.Refused(problems));
        databaseMoved.run();
    }

    private void end(Plan plan, RunResult result) {
        state.set(new PlanState.Ended(plan, result));
        databaseMoved.run();
    }

    /// On the worker's thread. Only steps are passed on: a screen that follows every statement slows the run.
    private void hear(RunEvent event) {
        switch (event) {
            case RunEvent.StepStarted started -> background.tell(() -> advance(started.number()));
            case RunEvent.Planned _,RunEvent.Waiting _,RunEvent.Started _,RunEvent.StatementStarted _,RunEvent.Blocked _,RunEvent.StatementFinished _,RunEvent.StepFinished _,RunEvent.Committed _,RunEvent.TryingAgain _,RunEvent.LeftOut _,RunEvent.Finished _ ->
                {
                }
        }
    }

    private void advance(int step) {
        if (state.get() instanceof PlanState.Running running) {
            state.set(running.at(step));
        }
    }
}
