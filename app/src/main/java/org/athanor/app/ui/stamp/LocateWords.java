package org.athanor.app.ui.stamp;

import java.util.ArrayList;
import java.util.List;

import org.athanor.app.text.Messages;
import org.athanor.engine.locate.Location;

/// Where a database stands by its schema, in words.
record LocateWords(Messages messages, String database) {
    String summary(Location location) {
        var exact = location.exact();
        if (exact.isPresent()) {
            var places = exact.get().places();
            return places.size() == 1
                    ? messages.text("locate.exact", database, places.getFirst())
                    : messages.text("locate.tie", database, places.size());
        }
        return messages.text(location.matches().isEmpty() ? "locate.nothing" : "locate.nearest", database);
    }

    /// What couldn't be made or compared, and why.
    List<String> notes(Location location) {
        var notes = new ArrayList<String>();
        location.partial()
                .ifPresent(problem -> notes.add(messages.text("locate.partial", problem.message(), problem.hint())));
        location.unmade().forEach(unmade -> notes.add(
                messages.text("locate.unmade", unmade.revision(), unmade.problem().message(),
                        unmade.problem().hint())));
        if (location.exact().isEmpty() && location.compared() < location.places()) {
            notes.add(messages.text("locate.compared", location.compared(), location.places()));
        }
        return notes;
    }

    String title(Candidate candidate) {
        var rows = candidate.place().rows();
        var title = rows.size() == 1 ? rows.getFirst().title() : "";
        return (candidate.place() + "  " + title).strip();
    }

    String detail(Candidate candidate) {
        var told = candidate.isExact()
                ? messages.text("locate.same")
                : messages.text(candidate.finding().isPresent() ? "locate.differences" : "locate.guess",
                        candidate.against());
        return candidate.recorded() ? messages.text("locate.recorded", told) : told;
    }
}
