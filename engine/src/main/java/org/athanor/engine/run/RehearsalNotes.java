package org.athanor.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.database.Lookout.Sight;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.run.RehearsedStatement.Part;
import org.athanor.engine.run.RehearsedStep.Outcome;
import org.athanor.engine.sql.Statement;

/// Collects what a rehearsal sees. It hears what the sender tells, for rows and times are counted there.
final class RehearsalNotes implements RunListener {
    private final RunListener listener;
    private final List<RehearsedStep> finished = new ArrayList<>();
    private final List<RehearsedStatement> underway = new ArrayList<>();
    private boolean gap;
    private long rows;
    private Duration took = Duration.ZERO;
    private long stepStarted;

    RehearsalNotes(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.StatementFinished(_, _, var counted, var time)) {
            rows = counted;
            took = time;
        }
        listener.on(event);
    }

    /// Nothing of what was seen counts.
    void beginAgain() {
        finished.clear();
        underway.clear();
        gap = false;
    }

    void stepStarted() {
        underway.clear();
        stepStarted = System.nanoTime();
    }

    void sent(Statement statement, Part part, Sight sight) {
        underway.add(new RehearsedStatement.Sent(statement, part, rows, took, sight.locks(), sight.rewritten()));
    }

    void refused(Statement statement, Part part, String message) {
        underway.add(new RehearsedStatement.Refused(statement, part, message));
    }

    void leftOut(Statement statement, Part part, String reason) {
        underway.add(new RehearsedStatement.LeftOut(statement, part, reason));
    }

    boolean hasGap() {
        return gap || isPartial();
    }

    private boolean isPartial() {
        return underway.stream().anyMatch(RehearsedStatement.LeftOut.class::isInstance);
    }

    Duration stepFinished(Step step) {
        var outcome = isPartial() ? Outcome.IN_PART : gap ? Outcome.AFTER_A_GAP : Outcome.REHEARSED;
        return stepEnded(step, outcome);
    }

    Duration stepEnded(Step step, Outcome outcome) {
        var duration = Duration.ofNanos(System.nanoTime() - stepStarted);
        gap = hasGap();
        finished.add(new RehearsedStep(step, outcome, underway, duration));
        underway.clear();
        return duration;
    }

    /// Every step of the plan, those included that weren't reached.
    List<RehearsedStep> steps(Plan plan) {
        var all = new ArrayList<>(finished);
        plan.steps().stream().skip(finished.size()).map(RehearsedStep::notReached).forEach(all::add);
        return all;
    }
}
