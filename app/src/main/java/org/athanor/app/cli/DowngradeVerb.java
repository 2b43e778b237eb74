package org.athanor.app.cli;

import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.plan.Course;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;

/// Moves a database down.
final class DowngradeVerb extends RunVerb {
    private final Given<String> target = arguments.parameter("TARGET",
            "The revision that stays: an id or its beginning, base, -N, label@-N; with --sql from:to.");

    private final GuardOptions guard = new GuardOptions(arguments);

    DowngradeVerb() {
        super("downgrade", "Move the database down to TARGET.");
    }

    @Override
    RunOptions careful(RunOptions options) {
        return options.with(guard.on(options.policy()));
    }

    @Override
    RunResult run(Athanor athanor, RunOptions options, RunListener listener, Stop stop) {
        return athanor.downgrade(target.get(), options, listener, stop);
    }

    @Override
    Course course(Offline offline) {
        guard.refuseIfGiven();
        return offline.downgrade(Offline.Range.parse(target.get()));
    }
}
