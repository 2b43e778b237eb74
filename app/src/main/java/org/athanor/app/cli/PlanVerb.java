package org.athanor.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows what a run would do; changes nothing.
@Command(name = "plan", description = "Show every statement that a run to TARGET would send. Changes nothing.")
final class PlanVerb extends Verb {
    @Parameters(paramLabel = "TARGET", description = "Where to go: an id, head, heads, label@head, +1; base or -1 to go down.")
    private String target;

    @Override
    public Integer call() {
        var plan = session().athanor().plan(target);
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
