package org.athanor.app.ui.stamp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.engine.graph.Target;
import org.athanor.engine.locate.Finding;
import org.athanor.engine.locate.Location;
import org.athanor.engine.locate.Place;
import org.athanor.engine.revision.Revision;

/// A place where the database may stand. `recorded` is whether its version table says so, and `others` whether that says
/// something else; `against` is how much speaks against it. Without a finding the place couldn't be made to be compared.
public record Candidate(Place place, boolean recorded, boolean others, int against, Optional<Finding> finding) {
    /// The nearest ones first.
    static List<Candidate> of(Location location) {
        var candidates = new ArrayList<Candidate>();
        for (var match : location.matches()) {
            match.places().forEach(place -> candidates.add(of(location, place, match.finding().count(),
                    Optional.of(match.finding()))));
        }
        location.guesses().forEach(guess -> candidates.add(of(location, guess.place(), guess.against(),
                Optional.empty())));
        return candidates;
    }

    private static Candidate of(Location location, Place place, int against, Optional<Finding> finding) {
        boolean recorded = location.isRecorded(place);
        return new Candidate(place, recorded,
                !recorded && location.rows().filter(rows -> !rows.isEmpty()).isPresent(), against, finding);
    }

    public boolean isExact() {
        return finding.filter(Finding::isExact).isPresent();
    }

    /// The targets of the stamp that writes it down.
    public String targets() {
        return place.rows().isEmpty()
                ? Target.BASE
                : place.rows().stream().map(Revision::toString).collect(Collectors.joining(" "));
    }
}
