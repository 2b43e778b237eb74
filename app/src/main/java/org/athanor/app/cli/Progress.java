package org.athanor.app.cli;

import java.time.Duration;

import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;

/// Tells how a run goes on: one line a step, and on a terminal also the statement under way.
final class Progress implements RunListener {
    private static final int SHOWN = 60;

    private final Output output;
    private final long started = System.nanoTime();

    Progress(Output output) {
        this.output = output;
    }

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.Started _,RunEvent.StatementFinished _,RunEvent.StepFinished _ -> {
            }
            case RunEvent.StepStarted step -> line("[%d/%d] %s".formatted(step.number(), step.of(),
                    PlanText.headline(step.step())));
            case RunEvent.StatementStarted statement -> underway(statement.statement().text());
            case RunEvent.Finished finished -> line(ending(finished.result()));
        }
    }

    private void line(String text) {
        if (output.isTerminal()) {
            output.overwrite("");
        }
        output.message(text);
    }

    private void underway(String statement) {
        if (output.isTerminal()) {
            var flat = statement.replaceAll("\\s+", " ");
            output.overwrite("  " + (flat.length() > SHOWN ? flat.substring(0, SHOWN) + "…" : flat));
        }
    }

    private String ending(RunResult result) {
        var steps = PlanText.count(result.applied().size(), "step");
        var heads = PlanText.ids(result.heads());
        return switch (result) {
            case RunResult.Completed _ -> result.applied().isEmpty()
                    ? "Nothing to do: the database stands at %s.".formatted(heads)
                    : "Done: %s in %s. The database stands at %s.".formatted(steps, elapsed(), heads);
            case RunResult.Stopped _ -> "Stopped after %s. The database stands at %s.".formatted(steps, heads);
            case RunResult.Failed failed -> "Failed in %s after %s. The database stands at %s."
                    .formatted(failed.step().name(), steps, heads);
        };
    }

    private String elapsed() {
        var took = Duration.ofNanos(System.nanoTime() - started);
        return took.toMillis() < 1000 ? took.toMillis() + " ms" : "%.1f s".formatted(took.toMillis() / 1000.0);
    }
}
