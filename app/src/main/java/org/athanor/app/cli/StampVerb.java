package org.athanor.app.cli;

import java.util.List;

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
        return offline.stamp(targets);
    }
}
