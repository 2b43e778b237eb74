package org.athanor.app.cli;

import org.athanor.engine.Athanor;
import org.athanor.engine.plan.Plan;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what a run would do; changes nothing.
@Command(name = "plan", description = "Show every statement that a run to TARGET would send. Changes nothing.")
final class PlanVerb extends Verb {
    @Parameters(paramLabel = "TARGET", description = "Where to go: an id, head, heads, label@head, +1; base or -1 to go down.")
    private String target;

    @Option(names = "--down", description = "Plan a downgrade to TARGET; -N and base always do.")
    private boolean down;

    @Override
    public Integer call() {
        var plan = plan(session().athanor());
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

    private Plan plan(Athanor athanor) {
        boolean leadsDown = down || target.startsWith("-") || target.equals("base") || target.endsWith("@base");
        return leadsDown ? athanor.planDowngrade(target) : athanor.planUpgrade(target);
    }
}
