package org.athanor.app.ui.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunResult;

/// What the drawer shows: a plan from the first thought to its end.
public sealed interface PlanState {
    record Closed() implements PlanState {}

    record Planning() implements PlanState {}

    /// Nothing was changed: the plan, or the run as a whole, was refused.
    record Refused(List<Problem> problems) implements PlanState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// `nameToType` is the database's name, if somebody has to type it before the plan may run.
    record Review(Project project, Plan plan, Optional<String> nameToType) implements PlanState {}

    record Running(Plan plan, int number, Instant started, boolean stopping) implements PlanState {
        Running at(int step) {
            return new Running(plan, step, started, stopping);
        }

        Running askedToStop() {
            return new Running(plan, number, started, true);
        }
    }

    record Ended(Plan plan, RunResult result) implements PlanState {}
}
