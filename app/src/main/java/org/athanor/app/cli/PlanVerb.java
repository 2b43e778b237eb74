package org.athanor.app.cli;

import org.athanor.engine.Offline;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows what a run would do; changes nothing.
@Command(name = "plan", description = "Show every statement that a run to TARGET would send. Changes nothing.")
final class PlanVerb extends Verb {
    @Parameters(paramLabel = "TARGET", description = "Where to go, up or down: an id, head, heads, label@head, base, +1, -1; or from:to, which asks no database.")
    private String target;

    @Mixin
    private DialectOption dialect = new DialectOption();

    @Override
    public Integer call() {
        var plan = target.contains(":")
                ? session().offline(dialect).between(Offline.Range.parse(target)).plan()
                : session().athanor().plan(target);
        if (isJson()) {
            output().json(JsonForm.plan(plan));
        } else {
            if (!plan.isEmpty()) {
                output().data(PlanText.of(plan));
            }
            output().message(PlanText.summary(plan));
        }
        return ExitCode.DONE;
    }
}
