package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.athanor.engine.locate.Location;
import org.athanor.engine.locate.Match;
import org.athanor.engine.locate.Place;
import org.athanor.engine.revision.Revision;

/// Where a database stands, in words.
record LocationText(Location location, String database) {
    private static final int DIFFERENCES_SHOWN = 12;
    private static final int WIDTH = 110;

    List<String> answer() {
        return location.exact().map(this::exact).orElseGet(this::nearest);
    }

    private List<String> exact(Match match) {
        var lines = new ArrayList<String>();
        var places = match.places();
        if (places.size() == 1) {
            var place = places.getFirst();
            lines.add("%s is at %s%s.".formatted(database, titled(place), recorded(place)));
            if (!location.isRecorded(place)) {
                lines.add("To write that down: " + stamp(location, place));
            }
            return lines;
        }
        lines.add("%s is at one of these; the schema is the same at all of them:".formatted(database));
        places.forEach(place -> lines.add("  %s%s".formatted(titled(place), recorded(place))));
        lines.add("Only the rows can tell which. Write down the right one:");
        places.forEach(place -> lines.add("  " + stamp(location, place)));
        return lines;
    }

    private List<String> nearest() {
        var lines = new ArrayList<String>();
        lines.add(location.matches().isEmpty()
                ? "Nothing could be compared with %s.".formatted(database)
                : "No revision makes the very schema of %s. The nearest:".formatted(database));
        for (var match : location.matches()) {
            lines.add("  %s: %s".formatted(match.places().stream().map(p -> titled(p) + recorded(p))
                    .collect(Collectors.joining(" or ")),
                    PlanText.count(match.finding().count(), "difference")));
            differences(match, lines);
        }
        for (var guess : location.guesses()) {
            lines.add("  perhaps %s%s: by name %s".formatted(titled(guess.place()), recorded(guess.place()),
                    guess.against() == 0
                            ? "nothing speaks against it"
                            : PlanText.count(guess.against(), "table or column") + " or so don't fit"));
        }
        lines.add("If you know better: athanor stamp %sTARGET --force --reason \"…\".".formatted(
                hasRows(location) ? "--purge " : ""));
        return lines;
    }

    private static void differences(Match match, List<String> lines) {
        var all = DifferenceText.lines(match.finding());
        all.stream().limit(DIFFERENCES_SHOWN).forEach(line -> lines.add("    " + shortened(line)));
        if (all.size() > DIFFERENCES_SHOWN) {
            lines.add("    and %d more".formatted(all.size() - DIFFERENCES_SHOWN));
        }
    }

    private static String shortened(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line;
    }

    /// What is there and none of the project's business.
    List<String> strangers() {
        var strangers = location.exact().or(() -> location.matches().stream().findFirst())
                .map(match -> match.finding().strangers()).orElse(List.of());
        return strangers.isEmpty()
                ? List.of()
                : List.of("No revision makes these, so they weren't looked at: " + strangers.stream()
                        .map(d -> d.subject().kind() + " " + d.subject().path()).limit(DIFFERENCES_SHOWN)
                        .collect(Collectors.joining(", "))
                        + (strangers.size() > DIFFERENCES_SHOWN
                                ? " and %d more".formatted(strangers.size() - DIFFERENCES_SHOWN)
                                : "")
                        + ".");
    }

    /// What wasn't compared, and why.
    List<String> unknown() {
        var lines = new ArrayList<String>();
        location.exact().map(match -> match.finding().untold()).filter(untold -> !untold.isEmpty())
                .ifPresent(untold -> lines.add("Not compared: " + untold.stream().map(n -> n.kind() + " " + n.name())
                        .limit(DIFFERENCES_SHOWN).collect(Collectors.joining(", ")) + "."));
        location.partial().ifPresent(problem -> lines.add("No place could be made to be compared: " + problem.text()));
        location.unmade().forEach(unmade -> lines.add(
                "Not known from %s on, which can't be carried out in an empty database: %s".formatted(
                        unmade.revision(), unmade.problem().text())));
        boolean some = location.partial().isEmpty() && location.compared() < location.places();
        if (location.exact().isEmpty() && some || !location.all()) {
            lines.add("%d of %s places were compared; the scripts' tables and columns said which.".formatted(
                    location.compared(), location.all() ? location.places() : "more than " + location.places()));
        }
        return lines;
    }

    private static String titled(Place place) {
        return place.rows().size() == 1
                ? "%s  %s".formatted(place, place.rows().getFirst().title()).strip()
                : place.toString();
    }

    private String recorded(Place place) {
        return location.isRecorded(place) ? " (as its version table says)" : "";
    }

    /// Rows that lead elsewhere have to go first.
    static String stamp(Location location, Place place) {
        boolean others = hasRows(location) && !location.isRecorded(place);
        var targets = place.rows().isEmpty()
                ? "base"
                : place.rows().stream().map(Revision::toString).collect(Collectors.joining(" "));
        return "athanor stamp %s%s".formatted(others ? "--purge " : "", targets);
    }

    private static boolean hasRows(Location location) {
        return location.rows().filter(rows -> !rows.isEmpty()).isPresent();
    }
}
