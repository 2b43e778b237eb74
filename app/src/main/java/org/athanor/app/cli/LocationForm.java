package org.athanor.app.cli;

import org.athanor.app.export.Json;
import org.athanor.engine.locate.Location;
import org.athanor.engine.locate.Match;
import org.athanor.engine.locate.Place;
import org.athanor.engine.revision.Revision;

/// Where a database stands, in the JSON that scripts rely on.
final class LocationForm {
    private LocationForm() {}

    static Json location(Location location, String database) {
        return Json.object().with("database", database).with("version_table", location.rows().isPresent())
                .with("rows", location.rows().orElse(java.util.List.of()))
                .with("exact", location.exact().isPresent())
                .with("matches", location.matches().stream().map(match -> match(location, match)).toList())
                .with("guesses", location.guesses().stream()
                        .map(guess -> place(location, guess.place()).with("against", guess.against())).toList())
                .with("unknown", location.unmade().stream()
                        .map(unmade -> Json.object().with("revision", unmade.revision().id())
                                .with("problem", JsonForm.problem(unmade.problem())))
                        .toList())
                .with("partial", location.partial().map(JsonForm::problem))
                .with("compared", location.compared()).with("places", location.places())
                .with("all_places", location.all());
    }

    private static Json match(Location location, Match match) {
        var finding = match.finding();
        return Json.object().with("exact", match.isExact())
                .with("places", match.places().stream().map(place -> place(location, place)).toList())
                .with("differences", finding.differences().stream()
                        .map(d -> DifferenceForm.difference(finding.comparison(), d)).toList())
                .with("missing_not_compared", finding.missing().stream()
                        .map(n -> Json.object().with("kind", n.kind()).with("name", n.name())).toList())
                .with("strangers", finding.strangers().stream()
                        .map(d -> DifferenceForm.difference(finding.comparison(), d)).toList());
    }

    private static Json place(Location location, Place place) {
        return Json.object().with("revisions", place.rows().stream().map(Revision::id).toList())
                .with("recorded", location.isRecorded(place)).with("stamp", LocationText.stamp(location, place));
    }
}
