package org.athanor.engine.locate;

import java.util.List;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Problem.Place;
import org.athanor.engine.revision.Revision;

/// What became of a revision that was applied, taken back and applied again. `place` is where its way back is written.
public record TripStep(Revision revision, Place place, Outcome outcome) {
    /// How it went.
    public sealed interface Outcome {
        /// The schema was the same again, both times.
        record Equal() implements Outcome {}

        /// It is taken back by doing nothing, and its schema stays: there is no way back.
        record Empty(Comparison left) implements Outcome {}

        /// It says itself that there is no way back, or the way back can't be read.
        record OneWay(Problem problem) implements Outcome {}

        /// After the way back the schema isn't what it was before.
        record Traces(Comparison left) implements Outcome {}

        /// When it is applied again, it makes something else.
        record Otherwise(Comparison comparison) implements Outcome {}

        /// It broke down on the way back, or when it was applied again.
        record Broken(Move move, Problem problem) implements Outcome {}
    }

    /// Which part of the trip.
    public enum Move {
        UP, DOWN, UP_AGAIN
    }

    /// Whether something has to be mended.
    public boolean isFault() {
        return switch (outcome) {
            case Outcome.Equal _,Outcome.Empty _,Outcome.OneWay _ -> false;
            case Outcome.Traces _,Outcome.Otherwise _,Outcome.Broken _ -> true;
        };
    }

    /// Whether the revision can't be taken back, and doesn't claim to.
    public boolean isOneWay() {
        return switch (outcome) {
            case Outcome.Empty _,Outcome.OneWay _ -> true;
            case Outcome.Equal _,Outcome.Traces _,Outcome.Otherwise _,Outcome.Broken _ -> false;
        };
    }

    /// The steps of a trip through a whole history. It ends early where a revision can't be applied.
    public record Trip(List<TripStep> steps, int revisions) {
        public Trip {
            steps = List.copyOf(steps);
        }

        public boolean isSound() {
            return steps.stream().noneMatch(TripStep::isFault);
        }
    }
}
