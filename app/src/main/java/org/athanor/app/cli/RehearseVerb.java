package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.engine.run.RehearsalResult;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;

/// Runs everything in a transaction that is rolled back, and tells what happened in it.
final class RehearseVerb extends Verb {
    private final Given<String> target = arguments.parameter("TARGET",
            "Where to go, up or down: an id or its beginning, head, heads, label@head, base, +1, -1.");

    private final Given<Optional<String>> tag = arguments.option("--tag TEXT",
            "A text for the revisions themselves: context.get_tag_argument().");

    private final PatienceOptions patience = new PatienceOptions(arguments);

    private final GuardOptions guard = new GuardOptions(arguments);

    RehearseVerb() {
        super("rehearse",
                "Send every statement of a run to TARGET to the database, in one transaction that is rolled back; tell rows, times and locks, and whether the database is as before.");
    }

    @Override
    public Integer call() {
        var usual = new RunOptions(session().patience(patience.patience()));
        var options = usual.with(guard.on(usual.policy()));
        var athanor = session().open(session().project(), tag.get());
        tellUnsettled(athanor);
        var progress = isQuiet() ? RunListener.SILENT : new Progress(output());
        try (var interruption = new Interruption(output())) {
            return tell(athanor.rehearse(target.get(), options, progress, interruption.stop()));
        }
    }

    private int tell(RehearsalResult result) {
        if (isJson()) {
            output().json(RehearsalForm.of(result));
        } else if (!result.steps().isEmpty()) {
            output().data(RehearsalText.of(result));
        }
        boolean fine = result.ending() instanceof Ending.Completed && isAsBefore(result);
        var summary = RehearsalText.summary(result);
        output().message(fine ? Ink.GOOD : Ink.FAULT, summary.getFirst());
        summary.stream().skip(1).forEach(output()::message);
        return fine ? ExitCode.DONE : ExitCode.REFUSED;
    }

    /// Sequences go on counting in any transaction that is rolled back.
    private static boolean isAsBefore(RehearsalResult result) {
        return result.comparison().differences().isEmpty() && result.comparison().unknown().isEmpty();
    }
}
