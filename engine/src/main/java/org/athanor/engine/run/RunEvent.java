package org.athanor.engine.run;

import java.time.Duration;

import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.sql.Statement;

/// What a run tells while it goes on. Steps are counted from 1.
public sealed interface RunEvent {
    record Started(Plan plan) implements RunEvent {}

    record StepStarted(int number, int of, Step step) implements RunEvent {}

    record StatementStarted(Step step, Statement statement) implements RunEvent {}

    /// `rows` is what the database counted, 0 where it doesn't count.
    record StatementFinished(Step step, Statement statement, long rows, Duration took) implements RunEvent {}

    record StepFinished(int number, int of, Step step, Duration took) implements RunEvent {}

    record Finished(RunResult result) implements RunEvent {}
}
