package org.athanor.app.ui.stamp;

import java.util.List;

import org.athanor.engine.locate.Location;
import org.athanor.engine.problem.Problem;

/// How far the search for a database's place is.
public sealed interface LocateState {
    /// Nobody has asked yet.
    record Unasked() implements LocateState {}

    /// It goes on; `step` of so many revisions is carried out in a scratch database, 0 before the first.
    record Running(int step, int of) implements LocateState {}

    record Found(Location location, List<Candidate> candidates) implements LocateState {
        public Found {
            candidates = List.copyOf(candidates);
        }

        static Found of(Location location) {
            return new Found(location, Candidate.of(location));
        }
    }

    /// Somebody has given it up.
    record Cancelled() implements LocateState {}

    record Refused(List<Problem> problems) implements LocateState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
