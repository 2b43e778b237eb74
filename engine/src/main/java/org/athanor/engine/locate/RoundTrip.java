package org.athanor.engine.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.database.Database;
import org.athanor.engine.locate.TripStep.Move;
import org.athanor.engine.locate.TripStep.Outcome;
import org.athanor.engine.locate.TripStep.Trip;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.plan.SchemaHistory.BothWays;
import org.athanor.engine.problem.Problem.Place;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;

/// Applies every revision, takes it back and applies it again, in a scratch database, and looks whether the schema is the same
/// each time. After a fault the trip goes on in a new database, so that one fault isn't held against the revisions that follow.
public final class RoundTrip {
    private final Project project;
    private final Database database;
    private final CallerArguments given;
    private final LocateListener listener;
    private final List<BothWays> route;

    private RoundTrip(Project project, Database database, CallerArguments given, LocateListener listener) {
        this.project = project;
        this.database = database;
        this.given = given;
        this.listener = listener;
        this.route = new SchemaHistory(project.graph(), project.scripts(given), database.dialect()).all();
    }

    /// The database at hand says only what product and server it is.
    public static Trip through(Project project, Database database, CallerArguments given, LocateListener listener) {
        project.refuseUnlessSound();
        return new RoundTrip(project, database, given, listener).go();
    }

    private Trip go() {
        var steps = new ArrayList<TripStep>();
        boolean goesOn = true;
        while (goesOn && steps.size() < route.size()) {
            try (var history = new ScratchHistory(project, given, database)) {
                history.up(steps.stream().map(TripStep::revision).toList(), _ -> {});
                goesOn = goUntilFault(history, steps);
            }
        }
        return new Trip(steps, route.size());
    }

    /// Whether the next revisions can be tried in a new database.
    private boolean goUntilFault(ScratchHistory history, List<TripStep> steps) {
        var before = history.read();
        for (var bothWays : route.subList(steps.size(), route.size())) {
            var revision = bothWays.revision();
            var downgrade = bothWays.downgrade();
            var failure = history.up(List.of(revision), _ -> {});
            if (failure.isPresent()) {
                steps.add(new TripStep(revision, new Place(revision.path(), 0),
                        new Outcome.Broken(Move.UP, failure.get().problem())));
                return false;
            }
            var after = history.read();
            var step = new TripStep(revision, place(revision, downgrade),
                    outcome(history, revision, downgrade, before, after));
            steps.add(step);
            listener.applied(steps.size(), route.size());
            if (step.isFault()) {
                return true;
            }
            before = after;
        }
        return false;
    }

    private Outcome outcome(ScratchHistory history, Revision revision, Script downgrade, Schema before, Schema after) {
        if (downgrade instanceof Script.Unreadable(var problem)) {
            return new Outcome.OneWay(problem);
        }
        var made = compare(after, before);
        if (downgrade instanceof Script.Static && downgrade.statements().isEmpty() && differs(made)) {
            return new Outcome.Empty(made);
        }
        var down = history.down(revision);
        if (down.isPresent()) {
            return new Outcome.Broken(Move.DOWN, down.get().problem());
        }
        var left = compare(history.read(), before);
        if (differs(left)) {
            return new Outcome.Traces(left);
        }
        return again(history, revision, after);
    }

    private Outcome again(ScratchHistory history, Revision revision, Schema after) {
        var up = history.up(List.of(revision), _ -> {});
        if (up.isPresent()) {
            return new Outcome.Broken(Move.UP_AGAIN, up.get().problem());
        }
        var comparison = compare(history.read(), after);
        return differs(comparison) ? new Outcome.Otherwise(comparison) : new Outcome.Equal();
    }

    private Comparison compare(Schema actual, Schema wanted) {
        return Comparison.between(actual, wanted, database.dialect(), List.of());
    }

    /// What isn't modelled counts if it is on one side alone.
    private static boolean differs(Comparison comparison) {
        return !comparison.isEmpty() || comparison.notCompared().stream().anyMatch(n -> switch (n.side()) {
            case ACTUAL, WANTED -> true;
            case BOTH, DIFFERENT -> false;
        });
    }

    /// Where the way back begins, as far as that is known.
    private static Place place(Revision revision, Script downgrade) {
        return Optional.of(downgrade).filter(Script.Unreadable.class::isInstance).flatMap(Script::doubt)
                .flatMap(problem -> problem.place())
                .orElseGet(() -> new Place(revision.path(), downgrade.statements().stream().mapToInt(Statement::line)
                        .filter(line -> line > 0).findFirst().orElse(0)));
    }
}
