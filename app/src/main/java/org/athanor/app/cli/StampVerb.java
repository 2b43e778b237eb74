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

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says where a database stands, without running anything.
@Command(name = "stamp", description = "Write into the version table that the database stands at TARGET; run nothing.")
final class StampVerb extends RunVerb {
    @Parameters(paramLabel = "TARGET", arity = "1..*", description = "Ids, labels, head, heads or base.")
    private List<String> targets;

    @Option(names = "--purge", description = "Empty the version table first, whatever it holds.")
    private boolean purge;

    @Option(names = "--force", description = "Stamp although the database doesn't look as if it stood there; needs --reason.")
    private boolean force;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the stamp is right all the same.")
    private Optional<String> reason = Optional.empty();

    @Override
    RunOptions careful(RunOptions options) {
        var given = reason.map(String::strip).filter(text -> !text.isEmpty());
        if (force != given.isPresent()) {
            throw new Refusal(ProblemKind.USAGE, force ? "--force needs a reason" : "--reason goes with --force",
                    "Say why: --force --reason \"…\".");
        }
        return given.map(options::because).orElse(options);
    }

    @Override
    RunResult run(Athanor athanor, RunOptions options, RunListener listener, Stop stop) {
        return athanor.stamp(targets, purge ? Stamps.Rows.PURGED : Stamps.Rows.KEPT, options, listener, stop);
    }

    @Override
    Course course(Offline offline) {
        if (purge) {
            throw new Refusal(ProblemKind.USAGE, "--purge and --sql don't go together",
                    "What is to be purged stands in a database, and --sql asks none.");
        }
        if (force || reason.isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "--force and --sql don't go together",
                    "--sql asks no database, so nothing speaks against the stamp.");
        }
        return offline.stamp(targets);
    }
}
