package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What upgrade, downgrade and stamp share: plan, run, and tell how it ended.
abstract class RunVerb extends Verb {
    @Option(names = "--sql", description = "Print the SQL for another program to run, and ask no database.")
    private boolean sql;

    @Option(names = "--tag", paramLabel = "TEXT", description = "A text for the revisions themselves: context.get_tag_argument().")
    private Optional<String> tag = Optional.empty();

    @Mixin
    private DialectOption dialect = new DialectOption();

    abstract Plan plan(Athanor athanor);

    abstract Course course(Offline offline);

    @Override
    public Integer call() {
        return sql ? print() : run();
    }

    private int print() {
        var offline = session().offline(dialect, tag);
        var course = course(offline);
        if (isJson()) {
            output().json(JsonForm.plan(offline.runnable(course), List.of()));
        } else {
            try {
                offline.write(course, PlanText::headline, block -> output().soon(block + "\n"));
            } finally {
                output().finish();
            }
        }
        return ExitCode.DONE;
    }

    private int run() {
        session().userJournal().refuseWithoutPlace();
        var athanor = session().open(session().project(), tag);
        tellInterrupted(athanor);
        var plan = plan(athanor);
        var listener = session().options().quiet ? RunListener.SILENT : new Progress(output());
        var result = athanor.run(plan, listener, () -> false);
        if (isJson()) {
            output().json(json(plan, result));
        }
        return switch (result) {
            case RunResult.Completed _ -> ExitCode.DONE;
            case RunResult.Stopped _ -> ExitCode.REFUSED;
            case RunResult.Failed failed -> {
                output().message(failed.problem().text());
                yield ExitCode.REFUSED;
            }
        };
    }

    private static Json json(Plan plan, RunResult result) {
        var document = JsonForm.plan(plan, List.of()).with("applied", result.applied().size()).with("heads",
                result.heads());
        return switch (result) {
            case RunResult.Completed _ -> document.with("outcome", "completed");
            case RunResult.Stopped _ -> document.with("outcome", "stopped");
            case RunResult.Failed failed -> document.with("outcome", "failed")
                    .with("error", JsonForm.problem(failed.problem())).with("stays", failed.partly());
        };
    }
}
