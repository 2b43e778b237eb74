package org.athanor.app.cli;

import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.Plan;

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
    Athanor guarded(Athanor athanor) {
        return athanor.under(guard.on(session().policy()));
    }

    @Override
    Plan plan(Athanor athanor) {
        return athanor.planUpgrade(target);
    }

    @Override
    Course course(Offline offline) {
        guard.refuseIfGiven();
        return offline.upgrade(Offline.Range.parse(target));
    }
}
