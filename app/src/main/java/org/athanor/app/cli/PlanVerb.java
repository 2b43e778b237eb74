package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.Offline;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Problem;

/// Shows what a run would do; changes nothing.
final class PlanVerb extends Verb {
    private final Given<String> target = arguments.parameter("TARGET",
            "Where to go, up or down: an id, head, heads, label@head, base, +1, -1; or from:to, which asks no database.");

    private final DialectOption dialect = new DialectOption(arguments);

    PlanVerb() {
        super("plan", "Show every statement that a run to TARGET would send. Changes nothing.");
    }

    @Override
    public Integer call() {
        return target.get().contains(":") ? withoutDatabase() : onDatabase();
    }

    private int withoutDatabase() {
        var offline = session().offline(dialect, Optional.empty()).judged();
        return show(offline.between(Offline.Range.parse(target.get())).plan(), offline.problems());
    }

    private int onDatabase() {
        var athanor = session().athanor();
        tellUnsettled(athanor);
        return show(athanor.plan(target.get()), athanor.project().problems());
    }

    private int show(Plan plan, List<Problem> problems) {
        return withProblems(() -> JsonForm.plan(plan, problems), () -> {
            if (!plan.isEmpty()) {
                output().data(PlanText.of(plan, output().screen()));
            }
            output().message(PlanText.summary(plan));
        }, problems);
    }
}
