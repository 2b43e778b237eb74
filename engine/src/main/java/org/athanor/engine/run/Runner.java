package org.athanor.engine.run;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Refusal;

/// Runs plans, one at a time on a database: in one transaction for each step or for all of them, always together with the
/// changes of the version table. What fails is rolled back and ends the run.
public final class Runner {
    private final Database database;
    private final VersionTable versionTable;
    private final RunOptions options;
    private final RunListener listener;
    private final Stop stop;

    public Runner(Database database, VersionTable versionTable, RunOptions options, RunListener listener, Stop stop) {
        this.database = database;
        this.versionTable = versionTable;
        this.options = options;
        this.listener = listener;
        this.stop = stop;
    }

    /// Runs this very plan, if it can be run and the database still stands where it starts.
    public RunResult run(Plan plan) {
        plan.refuseUnlessRunnable();
        if (plan.isEmpty()) {
            return finish(completed(plan));
        }
        try (var lock = RunLock.of(database, versionTable)) {
            return finish(hasTurn(lock) ? start(plan, lock) : stopped(plan));
        }
    }

    /// Makes a plan and runs it. If the database moves while this run waits for another one, the plan is made again from
    /// where it stands then.
    public RunResult run(Supplier<Plan> planning) {
        var plan = planned(planning);
        if (plan.isEmpty()) {
            return finish(completed(plan));
        }
        plan.refuseUnlessRunnable();
        try (var lock = RunLock.of(database, versionTable)) {
            if (!hasTurn(lock)) {
                return finish(stopped(plan));
            }
            if (new Standing(database, versionTable).isStartOf(plan)) {
                return finish(begin(plan, lock));
            }
            var current = planned(planning);
            if (current.isEmpty()) {
                return finish(completed(current));
            }
            current.refuseUnlessRunnable();
            return finish(start(current, lock));
        }
    }

    private Plan planned(Supplier<Plan> planning) {
        var plan = planning.get();
        listener.on(new RunEvent.Planned(plan));
        return plan;
    }

    private boolean hasTurn(RunLock lock) {
        return Turn.await(lock, database, options.patience().forOtherRuns(), listener, stop);
    }

    private RunResult start(Plan plan, RunLock lock) {
        new Standing(database, versionTable).refuseUnlessStartOf(plan);
        return begin(plan, lock);
    }

    /// The lock is ours, and the database stands where the plan begins.
    private RunResult begin(Plan plan, RunLock lock) {
        // Whoever refuses now, such as a journal that can't be written, does so before a file is made for the database.
        listener.on(new RunEvent.Started(plan, options));
        try (var sender = Sender.open(database, lock, options.patience(), listener, stop)) {
            return new Run(plan, database, new Standing(database, versionTable), lock, sender, stop, options).run();
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        }
    }

    private static RunResult completed(Plan plan) {
        return new RunResult.Completed(List.of(), plan.from());
    }

    private static RunResult stopped(Plan plan) {
        return new RunResult.Stopped(List.of(), plan.from(), plan.steps(), RunResult.Leftovers.NONE);
    }

    private RunResult finish(RunResult result) {
        listener.on(new RunEvent.Finished(result));
        return result;
    }
}
