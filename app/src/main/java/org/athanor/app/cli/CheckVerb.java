package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.engine.Athanor;
import org.athanor.engine.SchemaSource;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Tells whether the database is as it should be.
final class CheckVerb extends Verb {
    private final Given<Optional<String>> to = arguments.option("--to SCHEMA",
            "Instead of the project's target: " + Sources.FORMS);

    private final Given<Boolean> roundTrip = arguments.flag("--round-trip",
            "Instead: apply every revision, take it back and apply it again in a scratch database; exit with 1 if a"
                    + " downgrade leaves traces.");

    CheckVerb() {
        super("check", "Compare the database with what it should be like; exit with 1 if they differ.");
    }

    @Override
    public Integer call() {
        var athanor = session().athanor();
        if (roundTrip.get()) {
            return roundTrip(athanor);
        }
        var sources = new Sources(session(), athanor);
        var wanted = to.get().map(sources::of).orElseGet(sources::target);
        refuseUnlessAtHead(athanor);
        var comparison = athanor.compare(new SchemaSource.Actual(), wanted);
        if (isJson()) {
            output().json(DifferenceForm.comparison(comparison, athanor.database().name(), wanted.title()));
        } else {
            DifferenceText.lines(comparison).forEach(output()::data);
            DifferenceText.leftOut(comparison).forEach(output()::message);
            output().data(comparison.isEmpty()
                    ? "The database is as %s says.".formatted(wanted.title())
                    : "%s to %s.".formatted(PlanText.count(comparison.differences().size(), "difference"),
                            wanted.title()));
        }
        return comparison.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int roundTrip(Athanor athanor) {
        if (to.get().isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "--round-trip and --to don't go together",
                    "The trip compares the history with itself.");
        }
        var trip = athanor.roundTrip(scratchProgress());
        if (isJson()) {
            output().json(TripText.json(trip));
        } else {
            TripText.lines(trip).forEach(output()::data);
        }
        return trip.isSound() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    /// What revisions will still do would be told as a difference.
    private static void refuseUnlessAtHead(Athanor athanor) {
        var status = athanor.status();
        if (!status.isAtHead()) {
            throw new Refusal(ProblemKind.NOT_AT_HEAD,
                    "The database isn't up to date: %s".formatted(status.unknown().isEmpty()
                            ? PlanText.count(status.pending().size(), "revision") + " pending"
                            : "it stands at a revision that isn't in this folder"),
                    status.unknown().isEmpty()
                            ? "Run `athanor upgrade head` first; `athanor diff --to target` compares it as it is."
                            : "`athanor locate` looks for the revision by the schema; `athanor diff --to target`"
                                    + " compares the database as it is.");
        }
    }
}
