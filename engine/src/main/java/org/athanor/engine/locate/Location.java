package org.athanor.engine.locate;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Where a database stands by its schema. `matches` are the nearest places, the exact ones first; `guesses` are places that
/// couldn't be made to be compared, and against which the scripts alone say little; `unmade` are the revisions that are to blame.
/// `compared` of `places` were looked at closely. `rows` is what the version table says; `partial` is why nothing could be made.
public record Location(List<Match> matches, List<Guess> guesses, List<Unmade> unmade, Optional<List<RevisionId>> rows,
        int compared, int places, boolean all, Optional<Problem> partial) {
    public Location {
        matches = List.copyOf(matches);
        guesses = List.copyOf(guesses);
        unmade = List.copyOf(unmade);
    }

    /// A place of which only the scripts' tables, columns and indexes could be compared by name; how many don't fit.
    public record Guess(Place place, int against) {}

    /// A revision that couldn't be applied to an empty database, and why.
    public record Unmade(Revision revision, Problem problem) {}

    /// The places where the database surely stands: one, or those between which the schema makes no difference.
    public Optional<Match> exact() {
        return matches.stream().findFirst().filter(Match::isExact);
    }

    /// Whether the version table says that it stands there.
    public boolean isRecorded(Place place) {
        return rows.filter(ids -> ids.equals(place.rows().stream().map(Revision::id).toList())).isPresent();
    }
}
