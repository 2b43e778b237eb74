package org.athanor.app.cli;

import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.Plan;

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
    Athanor guarded(Athanor athanor) {
        return athanor.under(guard.on(session().policy()));
    }

    @Override
    Plan plan(Athanor athanor) {
        return athanor.planDowngrade(target);
    }

    @Override
    Course course(Offline offline) {
        guard.refuseIfGiven();
        return offline.downgrade(Offline.Range.parse(target));
    }
}
