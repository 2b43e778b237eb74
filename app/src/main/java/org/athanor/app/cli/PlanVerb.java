package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.Offline;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Problem;

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
        return target.contains(":") ? withoutDatabase() : onDatabase();
    }

    private int withoutDatabase() {
        var offline = session().offline(dialect, Optional.empty()).judged();
        return show(offline.between(Offline.Range.parse(target)).plan(), offline.problems());
    }

    private int onDatabase() {
        var athanor = session().athanor();
        tellInterrupted(athanor);
        return show(athanor.plan(target), athanor.project().problems());
    }

    private int show(Plan plan, List<Problem> problems) {
        return withProblems(() -> JsonForm.plan(plan, problems), () -> {
            if (!plan.isEmpty()) {
                output().data(PlanText.of(plan));
            }
            output().message(PlanText.summary(plan));
        }, problems);
    }
}
