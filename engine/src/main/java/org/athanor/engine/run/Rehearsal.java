package org.athanor.engine.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.athanor.engine.database.BeforeAndAfter;
import org.athanor.engine.database.BeforeAndAfter.Comparison;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.ForeignKeyGuard;
import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.sql.Statement;

/// Rehearses plans on the very database: everything is sent as a run sends it, in one transaction that is rolled back. It takes
/// its turn as a run does. What it tells on the way are a run's events, without `Committed` and `Finished`.
public final class Rehearsal {
    /// What waits before and after the revisions' own statements, as it is told.
    private static final Statement LOOKING = Statement.of("/* what does the database consist of? */");

    private final Database database;
    private final VersionTable versionTable;
    private final RunOptions options;
    private final RunListener listener;
    private final Stop stop;

    public Rehearsal(Database database, VersionTable versionTable, RunOptions options, RunListener listener,
            Stop stop) {
        this.database = database;
        this.versionTable = versionTable;
        this.options = options;
        this.listener = listener;
        this.stop = stop;
    }

    /// Makes a plan and rehearses it; the plan is made again if the database moves while this waits for a run. Whoever gives
    /// the same plan again is refused then.
    public RehearsalResult of(Supplier<Plan> planning) {
        var plan = planned(planning);
        if (plan.isEmpty()) {
            return ended(plan, new Ending.Completed());
        }
        plan.refuseUnlessRunnable();
        try (var lock = RunLock.of(database, versionTable)) {
            if (!Turn.await(lock, database, options.patience().forOtherRuns(), listener, stop)) {
                return ended(plan, new Ending.Stopped());
            }
            var standing = new Standing(database, versionTable);
            var current = standing.isStartOf(plan) ? plan : planned(planning);
            if (current.isEmpty()) {
                return ended(current, new Ending.Completed());
            }
            current.refuseUnlessRunnable();
            standing.refuseUnlessStartOf(current);
            return rehearsed(current, lock);
        }
    }

    private Plan planned(Supplier<Plan> planning) {
        var plan = planning.get();
        listener.on(new RunEvent.Planned(plan));
        return plan;
    }

    private RehearsalResult rehearsed(Plan plan, RunLock lock) {
        var notes = new RehearsalNotes(listener);
        var stage = database.orInMemory();
        var escort = new LockEscort(database, options.patience(), stop, (blockers, waited) -> listener.on(
                new RunEvent.Blocked(plan.steps().getFirst(), LOOKING, blockers, waited)));
        try (var beforeAndAfter = new BeforeAndAfter(database, versionTable, escort)) {
            RehearsalRun run;
            Ending ending;
            var remarks = new ArrayList<String>();
            try (var sender = Sender.open(stage, lock, options.patience(), notes, stop)) {
                if (ForeignKeyGuard.isNeeded(allStatements(plan), sender.connection(), database)) {
                    remarks.add("Foreign keys were enforced in no step, because one of them rebuilds a table.");
                }
                run = new RehearsalRun(plan, stage, sender, stop, options, notes);
                ending = run.run();
            }
            return new RehearsalResult(plan, ending, notes.steps(plan), beforeAndAfter.compare(run.transaction()),
                    remarks);
        } catch (SQLException e) {
            if (stop.isRequested() && SqlFailure.isCancelled(e)) {
                return ended(plan, new Ending.Stopped());
            }
            throw new Refusal(escort.explain(e));
        }
    }

    private static List<Statement> allStatements(Plan plan) {
        return plan.steps().stream().flatMap(step -> step.statements().stream()).toList();
    }

    /// Nothing was sent.
    private static RehearsalResult ended(Plan plan, Ending ending) {
        return new RehearsalResult(plan, ending, plan.steps().stream().map(RehearsedStep::notReached).toList(),
                Comparison.EQUAL, List.of());
    }
}
