package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;

/// Says where a database stands, without running anything.
final class StampVerb extends RunVerb {
    private final Given<List<String>> targets = arguments.parameters("TARGET", 1, "Ids, labels, head, heads or base.");

    private final Given<Boolean> purge = arguments.flag("--purge", "Empty the version table first, whatever it holds.");

    private final Given<Boolean> force = arguments.flag("--force",
            "Stamp although the database doesn't look as if it stood there; needs --reason.");

    private final Given<Optional<String>> reason = arguments.option("--reason TEXT",
            "Why the stamp is right all the same.");

    StampVerb() {
        super("stamp", "Write into the version table that the database stands at TARGET; run nothing.");
    }

    @Override
    RunOptions careful(RunOptions options) {
        var given = reason.get().map(String::strip).filter(text -> !text.isEmpty());
        if (force.get() != given.isPresent()) {
            throw new Refusal(ProblemKind.USAGE, force.get() ? "--force needs a reason" : "--reason goes with --force",
                    "Say why: --force --reason \"…\".");
        }
        return given.map(options::because).orElse(options);
    }

    @Override
    RunResult run(Athanor athanor, RunOptions options, RunListener listener, Stop stop) {
        return athanor.stamp(targets.get(), purge.get() ? Stamps.Rows.PURGED : Stamps.Rows.KEPT, options, listener,
                stop);
    }

    @Override
    Course course(Offline offline) {
        if (purge.get()) {
            throw new Refusal(ProblemKind.USAGE, "--purge and --sql don't go together",
                    "What is to be purged stands in a database, and --sql asks none.");
        }
        if (force.get() || reason.get().isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "--force and --sql don't go together",
                    "--sql asks no database, so nothing speaks against the stamp.");
        }
        return offline.stamp(targets.get());
    }
}
