package org.athanor.app.ui.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.athanor.app.workspace.Consent;
import org.athanor.app.workspace.Wish;
import org.athanor.engine.locate.StampVerdict;
import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.Blocker;
import org.athanor.engine.run.RehearsalResult;
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

    /// A plan to be read. `forbidden` is why nothing may run there at all; `nameToType` is the database's name,
    /// if somebody has to type it before the plan may run; `verdict` is what the database shows of a stamp.
    record Review(Project project, Wish wish, Plan plan, Optional<Problem> forbidden, Optional<String> nameToType,
            Optional<StampVerdict> verdict) implements PlanState {
        /// What speaks against a stamp, which then needs a reason.
        Optional<Problem> objection() {
            return verdict.flatMap(StampVerdict::objection);
        }

        /// A stamp runs nothing that could be rehearsed.
        boolean canBeRehearsed() {
            return !plan.isEmpty() && plan.isRunnable() && plan.move() != Move.STAMP && forbidden.isEmpty();
        }

        /// Whether what was typed is all that the plan needs.
        boolean allows(Consent consent) {
            return !plan.isEmpty() && plan.isRunnable() && forbidden.isEmpty()
                    && (nameToType.isEmpty() || nameToType.equals(consent.databaseName()))
                    && (objection().isEmpty() || consent.reason().isPresent());
        }
    }

    /// What a rehearsal of the plan found out; the plan may be run from here as well.
    record Rehearsed(Review review, RehearsalResult result) implements PlanState {}

    /// `statement` is the number of the step's statement that runs, 0 before the first.
    record Running(Plan plan, boolean rehearsal, int number, int statement, Instant started, boolean stopping,
            List<Blocker> blockers) implements PlanState {
        public Running {
            blockers = List.copyOf(blockers);
        }

        Running at(int step) {
            return new Running(plan, rehearsal, step, 0, started, stopping, List.of());
        }

        Running atNextStatement() {
            return new Running(plan, rehearsal, number, statement + 1, started, stopping, List.of());
        }

        Running blockedBy(List<Blocker> others) {
            return new Running(plan, rehearsal, number, statement, started, stopping, others);
        }

        Running askedToStop() {
            return new Running(plan, rehearsal, number, statement, started, true, blockers);
        }
    }

    record Ended(Plan plan, RunResult result) implements PlanState {}
}
