package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.database.TableLock;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.run.RehearsalResult;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.run.RehearsedStatement;
import org.athanor.engine.run.RehearsedStatement.Part;
import org.athanor.engine.run.RehearsedStep;

/// A rehearsal in the JSON that scripts rely on: a plan's document, with the statements that were really sent.
final class RehearsalForm {
    private RehearsalForm() {}

    static Json of(RehearsalResult result) {
        var comparison = result.comparison();
        return JsonForm.plan(result.plan(), List.of())
                .with("steps", result.steps().stream().map(RehearsalForm::step).toList())
                .with("outcome", outcome(result.ending()))
                .with("error", problem(result.ending()).map(JsonForm::problem))
                .with("equal", comparison.differences().isEmpty() && comparison.unknown().isEmpty())
                .with("differences", comparison.differences())
                .with("moved_sequences", comparison.movedSequences())
                .with("comparison_error", comparison.unknown().map(JsonForm::problem)).with("notes", result.notes());
    }

    private static String outcome(Ending ending) {
        return switch (ending) {
            case Ending.Completed _ -> "completed";
            case Ending.Failed _ -> "failed";
            case Ending.Undecided _ -> "undecided";
            case Ending.Stopped _ -> "stopped";
        };
    }

    private static Optional<Problem> problem(Ending ending) {
        return switch (ending) {
            case Ending.Failed failed -> Optional.of(failed.problem());
            case Ending.Undecided undecided -> Optional.of(undecided.problem());
            case Ending.Completed _,Ending.Stopped _ -> Optional.empty();
        };
    }

    private static Json step(RehearsedStep step) {
        return JsonForm.step(step.step()).with("outcome", step.outcome().code())
                .with("statements", step.script().stream().map(RehearsalForm::statement).toList())
                .with("version_statements", step.statements().stream().filter(s -> s.part() != Part.SCRIPT)
                        .map(RehearsalForm::statement).toList())
                .with("rows", step.rows()).with("millis", step.took().toMillis())
                .with("locks", step.locks().stream().map(RehearsalForm::lock).toList())
                .with("rewrites", step.rewritten());
    }

    private static Json statement(RehearsedStatement statement) {
        var json = JsonForm.statement(statement.statement());
        return switch (statement) {
            case RehearsedStatement.Sent sent -> json.with("sent", true).with("rows", sent.rows())
                    .with("millis", sent.took().toMillis())
                    .with("locks", sent.locks().stream().map(RehearsalForm::lock).toList())
                    .with("rewrites", sent.rewritten());
            case RehearsedStatement.Refused refused -> json.with("sent", true).with("refused", refused.message());
            case RehearsedStatement.LeftOut left -> json.with("sent", false).with("reason", left.reason());
        };
    }

    private static Json lock(TableLock lock) {
        return Json.object().with("table", lock.table()).with("mode", lock.mode().words())
                .with("meaning", lock.mode().meaning());
    }
}
