package org.athanor.app.cli;

import java.time.Duration;
import java.util.stream.Collectors;

import org.athanor.engine.hazard.Hazard.Severity;
import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.run.Blocker;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.sql.Secrets;

/// Tells how a run goes on: one line a step, and on a terminal also the statement under way.
final class Progress implements RunListener {
    private static final int SHOWN = 60;
    private static final int HAZARDS_SHOWN = 20;

    private final Output output;
    private final long started = System.nanoTime();
    private boolean hasWaited;

    Progress(Output output) {
        this.output = output;
    }

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.StatementFinished _,RunEvent.StepFinished _,RunEvent.Committed _ -> {
            }
            case RunEvent.Examined(var notes) -> notes.forEach(this::line);
            case RunEvent.Planned planned -> planned(planned.plan());
            case RunEvent.Started started -> hazards(started.plan());
            case RunEvent.Waiting waiting -> waiting(waiting);
            case RunEvent.Blocked blocked -> line("  waits for " + blocked.blockers().stream().map(Blocker::toString)
                    .collect(Collectors.joining("\n  and for ")));
            case RunEvent.TryingAgain again -> line("  %s\n  rolled back; try %d of %d follows in %.1f s".formatted(
                    again.problem().message(), again.retry(), again.of(), again.pause().toMillis() / 1000.0));
            case RunEvent.StepStarted step -> {
                line("[%d/%d] %s".formatted(step.number(), step.of(), PlanText.headline(step.step())));
                if (step.step().move() == Move.STAMP) {
                    PlanText.rows(step.step()).forEach(this::line);
                }
            }
            case RunEvent.StatementStarted statement -> underway(statement.statement().text());
            case RunEvent.LeftOut left -> line("  not sent, because %s: %s".formatted(left.reason(),
                    Secrets.blank(left.statement().firstLine())));
            case RunEvent.Finished finished -> line(inked(finished.result()));
        }
    }

    /// What may go wrong, before anything is sent.
    private void hazards(Plan plan) {
        var told = plan.steps().stream().flatMap(step -> step.hazards().stream()
                .filter(hazard -> hazard.severity() != Severity.NOTE)
                .map(hazard -> PlanText.hazard(step, hazard, output.messageScreen()))).toList();
        told.stream().limit(HAZARDS_SHOWN).forEach(this::line);
        if (told.size() > HAZARDS_SHOWN) {
            line("and %d more; `athanor plan` shows them all".formatted(told.size() - HAZARDS_SHOWN));
        }
    }

    private void planned(Plan plan) {
        if (hasWaited) {
            line("It has ended. " + PlanText.summary(plan));
        }
    }

    private void waiting(RunEvent.Waiting waiting) {
        hasWaited = true;
        line("Waiting for another run: %s".formatted(waiting.holder()));
    }

    private void line(String text) {
        output.overwrite("");
        output.message(text);
    }

    private void underway(String statement) {
        if (output.messageScreen().obedient()) {
            var flat = Secrets.blank(statement.replaceAll("\\s+", " "));
            output.overwrite("  " + (flat.length() > SHOWN ? flat.substring(0, SHOWN) + "…" : flat));
        }
    }

    private String inked(RunResult result) {
        return output.messageScreen().ink(switch (result) {
            case RunResult.Completed _ -> Ink.GOOD;
            case RunResult.Stopped _ -> Ink.CAUTION;
            case RunResult.Failed _ -> Ink.FAULT;
        }, ending(result));
    }

    private String ending(RunResult result) {
        var steps = PlanText.count(result.applied().size(), "step");
        var heads = PlanText.ids(result.heads());
        return switch (result) {
            case RunResult.Completed _ -> result.applied().isEmpty()
                    ? "Nothing to do: the database stands at %s.".formatted(heads)
                    : "Done: %s in %s. The database stands at %s.".formatted(steps, elapsed(), heads);
            case RunResult.Stopped stopped -> "Stopped after %s. The database stands at %s.%s".formatted(steps, heads,
                    leftovers(stopped.leftovers()));
            case RunResult.Failed failed -> "Failed in %s after %s. The database stands at %s."
                    .formatted(failed.step().name(), steps, heads);
        };
    }

    private static String leftovers(RunResult.Leftovers leftovers) {
        var statements = leftovers.statements().isEmpty()
                ? ""
                : "\n  Of the step under way this stays, and has to be undone by hand: "
                        + String.join("; ", leftovers.statements());
        return leftovers.invalidIndexes().isEmpty()
                ? statements
                : statements + "\n  Left half built, and used for nothing; drop with DROP INDEX CONCURRENTLY: "
                        + String.join(", ", leftovers.invalidIndexes());
    }

    private String elapsed() {
        var took = Duration.ofNanos(System.nanoTime() - started);
        return took.toMillis() < 1000 ? took.toMillis() + " ms" : "%.1f s".formatted(took.toMillis() / 1000.0);
    }
}
