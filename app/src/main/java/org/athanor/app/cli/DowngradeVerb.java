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

/// Moves a database down.
@Command(name = "downgrade", description = "Move the database down to TARGET.")
final class DowngradeVerb extends RunVerb {
    @Parameters(paramLabel = "TARGET", description = "The revision that stays: an id or its beginning, base, -N, label@-N; with --sql from:to.")
    private String target;

    @Mixin
    private GuardOptions guard = new GuardOptions();

    @Override
    RunOptions careful(RunOptions options) {
        return options.with(guard.on(options.policy()));
    }

    @Override
    RunResult run(Athanor athanor, RunOptions options, RunListener listener, Stop stop) {
        return athanor.downgrade(target, options, listener, stop);
    }

    @Override
    Course course(Offline offline) {
        guard.refuseIfGiven();
        return offline.downgrade(Offline.Range.parse(target));
    }
}
