package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.List;

import org.athanor.app.export.Json;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.locate.TripStep;
import org.athanor.engine.locate.TripStep.Outcome;
import org.athanor.engine.locate.TripStep.Trip;

/// How the trip up, down and up again went, in words and in the JSON that scripts rely on.
final class TripText {
    private TripText() {}

    static List<String> lines(Trip trip) {
        var lines = new ArrayList<String>();
        trip.steps().forEach(step -> {
            if (!(step.outcome() instanceof Outcome.Equal)) {
                lines.add("%s  %s: %s".formatted(step.revision(), step.place(), sentence(step.outcome())));
                differences(step.outcome()).forEach(line -> lines.add("  " + line));
            }
        });
        lines.add(summary(trip));
        return lines;
    }

    private static String sentence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Equal _ -> "the same again";
            case Outcome.Empty _ -> "can't be undone: its downgrade does nothing";
            case Outcome.OneWay(var problem) -> problem.message();
            case Outcome.Traces _ -> "its downgrade leaves traces (- is left over, + is lost, ~ is otherwise)";
            case Outcome.Otherwise _ -> "applied again after its downgrade, it makes something else";
            case Outcome.Broken(var move, var problem) -> switch (move) {
                case UP -> "can't be applied to an empty database, so the trip ends here: ";
                case DOWN -> "its downgrade fails: ";
                case UP_AGAIN -> "it can't be applied again after its downgrade: ";
            } + problem.message();
        };
    }

    private static List<String> differences(Outcome outcome) {
        return comparison(outcome).stream().flatMap(c -> DifferenceText.lines(c).stream())
                .filter(line -> !line.startsWith("?")).toList();
    }

    private static List<Comparison> comparison(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Traces(var left) -> List.of(left);
            case Outcome.Otherwise(var comparison) -> List.of(comparison);
            case Outcome.Equal _,Outcome.Empty _,Outcome.OneWay _,Outcome.Broken _ -> List.of();
        };
    }

    private static String summary(Trip trip) {
        long faults = trip.steps().stream().filter(TripStep::isFault).count();
        long oneWay = trip.steps().stream().filter(TripStep::isOneWay).count();
        int left = trip.revisions() - trip.steps().size();
        return "%d of %s came back to the same schema; %s; %s%s.".formatted(
                trip.steps().size() - faults - oneWay, PlanText.count(trip.revisions(), "revision"),
                PlanText.count((int) faults, "fault"),
                oneWay == 1 ? "1 can't be undone" : oneWay + " can't be undone",
                left == 0 ? "" : "; %d not tried".formatted(left));
    }

    static Json json(Trip trip) {
        return Json.object().with("sound", trip.isSound()).with("revisions", trip.revisions()).with("steps",
                trip.steps().stream().map(TripText::json).toList());
    }

    private static Json json(TripStep step) {
        var json = Json.object().with("revision", step.revision().id()).with("file", step.place().file())
                .with("line", java.util.Optional.of(step.place().line()).filter(line -> line > 0))
                .with("outcome", switch (step.outcome()) {
                    case Outcome.Equal _ -> "equal";
                    case Outcome.Empty _ -> "empty";
                    case Outcome.OneWay _ -> "one-way";
                    case Outcome.Traces _ -> "traces";
                    case Outcome.Otherwise _ -> "otherwise";
                    case Outcome.Broken(var move, _) -> switch (move) {
                        case UP -> "not-applied";
                        case DOWN -> "downgrade-failed";
                        case UP_AGAIN -> "not-applied-again";
                    };
                }).with("fault", step.isFault());
        comparison(step.outcome()).forEach(c -> json.with("differences",
                c.differences().stream().map(d -> DifferenceForm.difference(c, d)).toList()));
        return switch (step.outcome()) {
            case Outcome.OneWay(var problem) -> json.with("problem", JsonForm.problem(problem));
            case Outcome.Broken(_, var problem) -> json.with("problem", JsonForm.problem(problem));
            case Outcome.Equal _,Outcome.Empty _,Outcome.Traces _,Outcome.Otherwise _ -> json;
        };
    }
}
