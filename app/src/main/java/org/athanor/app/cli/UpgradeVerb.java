package org.athanor.app.cli;

import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.plan.Course;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Moves a database up.
@Command(name = "upgrade", description = "Move the database up to TARGET.")
final class UpgradeVerb extends RunVerb {
    @Parameters(paramLabel = "TARGET", description = "An id or its beginning, head, heads, label@head, +N; with --sql also from:to.")
    private String target;

    @Mixin
    private GuardOptions guard = new GuardOptions();

    @Override
    RunOptions careful(RunOptions options) {
        return options.with(guard.on(options.policy()));
    }

    @Override
    RunResult run(Athanor athanor, RunOptions options, RunListener listener, Stop stop) {
        return athanor.upgrade(target, options, listener, stop);
    }

    @Override
    Course course(Offline offline) {
        guard.refuseIfGiven();
        return offline.upgrade(Offline.Range.parse(target));
    }
}
