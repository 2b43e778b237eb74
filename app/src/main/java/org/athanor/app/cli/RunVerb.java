package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.app.export.Json;
import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;

/// What upgrade, downgrade and stamp share: plan, run, and tell how it ended.
abstract class RunVerb extends Verb {
    private final Given<Boolean> sql = arguments.flag("--sql",
            "Print the SQL for another program to run, and ask no database.");

    private final Given<Optional<String>> tag = arguments.option("--tag TEXT",
            "A text for the revisions themselves: context.get_tag_argument().");

    private final DialectOption dialect = new DialectOption(arguments);

    private final PatienceOptions patience = new PatienceOptions(arguments);

    RunVerb(String name, String description) {
        super(name, description);
    }

    /// What this call says about caution.
    abstract RunOptions careful(RunOptions options);

    abstract RunResult run(Athanor athanor, RunOptions options, RunListener listener, Stop stop);

    abstract Course course(Offline offline);

    @Override
    public Integer call() {
        return sql.get() ? print() : run();
    }

    private int print() {
        patience.refuseIfGiven();
        var offline = isJson() ? session().offline(dialect, tag.get()).judged() : session().offline(dialect, tag.get());
        var course = course(offline);
        if (isJson()) {
            output().json(JsonForm.plan(offline.runnable(course), List.of()));
        } else {
            try {
                offline.write(course, PlanText::shortHeadline, block -> output().soon(block + "\n"));
            } finally {
                output().finish();
            }
        }
        return ExitCode.DONE;
    }

    private int run() {
        var options = careful(new RunOptions(session().patience(patience.patience())));
        session().userJournal().refuseWithoutPlace();
        var athanor = session().open(session().project(), tag.get());
        tellUnsettled(athanor);
        try {
            return run(athanor, options);
        } catch (Refusal refusal) {
            var name = refusal.problem().kind() == ProblemKind.NOT_CONFIRMED && !isJson()
                    ? askForName(refusal, athanor.database().shortName())
                    : Optional.<String>empty();
            return run(athanor, options.with(options.policy().confirmedBy(name.orElseThrow(() -> refusal))));
        }
    }

    /// On a terminal somebody may type the name now; elsewhere there is nobody to ask.
    private Optional<String> askForName(Refusal refusal, String database) {
        return output().ask(refusal.problem().message() + "\nType the name of the database (%s) to run this: "
                .formatted(database));
    }

    private int run(Athanor athanor, RunOptions options) {
        var progress = isQuiet() ? RunListener.SILENT : new Progress(output());
        var plans = new ArrayList<Plan>();
        try (var interruption = new Interruption(output())) {
            var result = run(athanor, options, event -> {
                if (event instanceof RunEvent.Planned(var plan)) {
                    plans.add(plan);
                }
                progress.on(event);
            }, interruption.stop());
            return tell(plans.getLast(), result);
        }
    }

    private int tell(Plan plan, RunResult result) {
        if (isJson()) {
            output().json(json(plan, result));
        }
        return switch (result) {
            case RunResult.Completed _ -> ExitCode.DONE;
            case RunResult.Stopped _ -> ExitCode.REFUSED;
            case RunResult.Failed failed -> {
                output().problem(failed.problem());
                yield ExitCode.REFUSED;
            }
        };
    }

    private static Json json(Plan plan, RunResult result) {
        var document = JsonForm.plan(plan, List.of()).with("applied", result.applied().size()).with("heads",
                result.heads());
        return switch (result) {
            case RunResult.Completed _ -> document.with("outcome", "completed");
            case RunResult.Stopped stopped -> leftovers(document.with("outcome", "stopped"), stopped.leftovers());
            case RunResult.Failed failed -> leftovers(document.with("outcome", "failed")
                    .with("error", JsonForm.problem(failed.problem())), failed.leftovers());
        };
    }

    private static Json leftovers(Json document, RunResult.Leftovers leftovers) {
        return document.with("stays", leftovers.statements()).with("invalid_indexes", leftovers.invalidIndexes());
    }
}
