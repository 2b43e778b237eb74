package org.athanor.app.cli;

import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.plan.Course;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;

/// Moves a database up.
final class UpgradeVerb extends RunVerb {
    private final Given<String> target = arguments.parameter("TARGET",
            "An id or its beginning, head, heads, label@head, +N; with --sql also from:to.");

    private final GuardOptions guard = new GuardOptions(arguments);

    UpgradeVerb() {
        super("upgrade", "Move the database up to TARGET.");
    }

    @Override
    RunOptions careful(RunOptions options) {
        return options.with(guard.on(options.policy()));
    }

    @Override
    RunResult run(Athanor athanor, RunOptions options, RunListener listener, Stop stop) {
        return athanor.upgrade(target.get(), options, listener, stop);
    }

    @Override
    Course course(Offline offline) {
        guard.refuseIfGiven();
        return offline.upgrade(Offline.Range.parse(target.get()));
    }
}
