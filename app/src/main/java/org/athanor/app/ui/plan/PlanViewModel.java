package org.athanor.app.ui.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.workspace.Consent;
import org.athanor.app.workspace.Wish;
import org.athanor.app.workspace.Workspace;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;

/// A plan on its way: asked for, read, run, ended. Nothing runs that has not been shown first.
public final class PlanViewModel {
    private final Workspace workspace;
    private final Background background;
    private final InstantSource clock;
    private final Runnable databaseMoved;
    private final RunLog log;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private Stop stop = new Stop();
    private Consent typed = Consent.NONE;
    private final ReadOnlyObjectWrapper<PlanState> state = new ReadOnlyObjectWrapper<>(new PlanState.Closed());

    public PlanViewModel(Workspace workspace, Background background, InstantSource clock, Messages messages,
            Runnable databaseMoved) {
        this.workspace = workspace;
        this.background = background;
        this.clock = clock;
        this.databaseMoved = databaseMoved;
        this.log = new RunLog(messages, clock);
        state.subscribe(_ -> typed = Consent.NONE);
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

    public RunLog log() {
        return log;
    }

    public void open(Project project, Wish wish) {
        if (isRunning()) {
            return;
        }
        var planning = new PlanState.Planning();
        state.set(planning);
        background.run(() -> {
            var plan = workspace.plan(project, wish);
            return new PlanState.Review(project, wish, plan, workspace.forbidden(project),
                    workspace.nameToType(project, plan),
                    workspace.verdict(project, plan));
        }, review -> answer(planning, review),
                problems -> answer(planning, new PlanState.Refused(problems)));
    }

    /// What somebody has typed for the plan on show.
    void type(Consent consent) {
        typed = consent;
    }

    /// Runs the plan on show, if there is one and all that it needs is typed.
    public void run() {
        run(typed);
    }

    /// The same, with these words.
    public void run(Consent consent) {
        var review = reviewed();
        if (review.isEmpty() || !review.get().allows(consent)) {
            return;
        }
        run(review.get(), consent);
    }

    private void run(PlanState.Review review, Consent consent) {
        var stopOfThisRun = begin(review.plan(), false);
        background.run(() -> workspace.run(review.project(), review.plan(), consent, this::hear, stopOfThisRun),
                result -> end(review.plan(), result), this::refuseRun);
    }

    /// Sends the plan for real and takes all of it back. In production that may need the database's name, too.
    public void rehearse() {
        var consent = typed;
        reviewed().filter(PlanState.Review::canBeRehearsed).ifPresent(review -> {
            var stopOfThis = begin(review.plan(), true);
            background.run(() -> workspace.rehearse(review.project(), review.plan(), consent, this::hear, stopOfThis),
                    result -> state.set(new PlanState.Rehearsed(review, result)),
                    problems -> state.set(new PlanState.Refused(problems)));
        });
    }

    /// The plan that has been read, rehearsed or not.
    private Optional<PlanState.Review> reviewed() {
        return switch (state.get()) {
            case PlanState.Review review -> Optional.of(review);
            case PlanState.Rehearsed(var review, _) -> Optional.of(review);
            case PlanState.Closed _,PlanState.Planning _,PlanState.Refused _,PlanState.Running _,PlanState.Ended _ ->
                Optional.empty();
        };
    }

    private Stop begin(Plan plan, boolean rehearsal) {
        stop = new Stop();
        log.begin();
        state.set(new PlanState.Running(plan, rehearsal, 1, 0, clock.instant(), false, List.of()));
        return stop;
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

    /// On the run's thread. What comes while the screen is busy is told all at once.
    private void hear(RunEvent event) {
        heard.add(new Heard(clock.instant(), event));
        if (telling.compareAndSet(false, true)) {
            background.tell(this::tellAll);
        }
    }

    private void tellAll() {
        telling.set(false);
        var next = state.get();
        for (var news = heard.poll(); news != null; news = heard.poll()) {
            log.hear(news.at(), news.event());
            if (next instanceof PlanState.Running running) {
                next = after(running, news.event());
            }
        }
        log.show();
        state.set(next);
    }

    private static PlanState after(PlanState.Running running, RunEvent event) {
        return switch (event) {
            case RunEvent.StepStarted started -> running.at(started.number());
            case RunEvent.StatementStarted _ -> running.atNextStatement();
            case RunEvent.Blocked blocked -> running.blockedBy(blocked.blockers());
            case RunEvent.StatementFinished _ -> running.blockers().isEmpty() ? running : running.blockedBy(List.of());
            case RunEvent.Planned _,RunEvent.Examined _,RunEvent.Waiting _,RunEvent.Started _,RunEvent.StepFinished _,RunEvent.Committed _,RunEvent.TryingAgain _,RunEvent.LeftOut _,RunEvent.Finished _ ->
                running;
        };
    }

    private record Heard(Instant at, RunEvent event) {}
}
