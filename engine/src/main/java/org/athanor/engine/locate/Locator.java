package org.athanor.engine.locate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.compare.Fingerprint;
import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.Database;
import org.athanor.engine.locate.Location.Guess;
import org.athanor.engine.locate.Location.Unmade;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.Stop;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.CallerArguments;

/// Finds the place where a database stands by its schema: the scripts say which places come into question, and those are made
/// in a scratch database and compared.
public final class Locator {
    /// How many combinations of branches are considered beyond what a database passes anyway.
    private static final int COMBINATIONS = 1000;
    /// How many places are made that fit equally well by the scripts, and how many that fit less.
    private static final int READINGS = 120;
    private static final int NEIGHBOURS = 40;
    private static final int CHAINS = 8;
    private static final int NEAREST = 3;

    private final Project project;
    private final Database database;
    private final CallerArguments given;
    private final LocateListener listener;
    private final Stop stop;
    private final Schema actual;

    private Locator(Project project, Database database, CallerArguments given, LocateListener listener, Stop stop) {
        this.project = project;
        this.database = database;
        this.given = given;
        this.listener = listener;
        this.stop = stop;
        this.actual = project.config().versionTable().takenOutOf(Catalog.readWhole(database));
    }

    /// Nothing is written but to scratch databases; `stop` gives the search up, which is a refusal.
    /// `rows` is what the version table holds, or nothing where there is no such table.
    public static Location locate(Project project, Database database, CallerArguments given,
            Optional<List<RevisionId>> rows, LocateListener listener, Stop stop) {
        project.refuseUnlessSound();
        return new Locator(project, database, given, listener, stop).location(rows);
    }

    private Location location(Optional<List<RevisionId>> rows) {
        var places = Places.of(project.graph(), COMBINATIONS);
        var outlines = Outlines.of(places.all(), actual, project.scripts(given), database.dialect());
        var made = outlines.madeHere();
        var reachable = outlines.all().stream().filter(o -> o.obstacle().isEmpty())
                .sorted(Comparator.comparingInt(o -> o.against(made))).toList();
        var search = new Search();
        var judgement = new Judgement(outlines, places.all(), search);
        int least = reachable.stream().mapToInt(o -> o.against(made)).findFirst().orElse(0);
        search.read(reachable.stream().filter(o -> o.against(made) == least).limit(READINGS).toList());
        if (judgement.matches().stream().noneMatch(Match::isExact)) {
            search.read(reachable.stream().filter(o -> o.against(made) > least).limit(NEIGHBOURS).toList());
        }
        outlines.unreadable().forEach((revision, problem) -> search.unmade.putIfAbsent(revision.id(),
                new Unmade(revision, problem)));
        var matches = judgement.matches().stream().filter(m -> m.isExact() || search.partial.isEmpty()).toList();
        var guesses = matches.stream().anyMatch(Match::isExact)
                ? List.<Guess>of()
                : guesses(outlines, made, search.readings.keySet());
        return new Location(matches, guesses, List.copyOf(search.unmade.values()), rows, search.readings.size(),
                places.all().size(), places.isComplete(), search.partial);
    }

    private void refuseIfStopped() {
        if (stop.isRequested()) {
            throw new Refusal(ProblemKind.INTERRUPTED, "The search was given up", "Locate again.");
        }
    }

    /// What is missing speaks against a place, and little that is too many does. So of places that fit alike, the one with the most
    /// revisions comes first: it accounts for the most of what is there.
    private static List<Guess> guesses(Outlines outlines, BitSet made, Set<Place> read) {
        return outlines.all().stream().filter(o -> !read.contains(o.place()))
                .map(o -> new Guess(o.place(), o.against(made)))
                .sorted(Comparator.comparingInt(Guess::against)
                        .thenComparingInt(guess -> -guess.place().route().size()))
                .limit(NEAREST).toList();
    }

    /// What was made of places so far.
    private final class Search {
        private final Map<Place, Schema> readings = new LinkedHashMap<>();
        private final Map<RevisionId, Unmade> unmade = new LinkedHashMap<>();
        private final Shared shared = new Shared();
        private Optional<Problem> partial = Optional.empty();

        void read(List<Outline> outlines) {
            var wanted = outlines.stream().map(Outline::place).toList();
            wanted.stream().filter(place -> place.rows().isEmpty())
                    .forEach(base -> readings.put(base, Schema.EMPTY));
            var chains = Chains.of(project.graph(),
                    wanted.stream().filter(place -> !place.rows().isEmpty()).toList(), CHAINS);
            for (var chain : chains) {
                refuseIfStopped();
                var sound = chain.stream().filter(place -> place.route().stream()
                        .noneMatch(r -> unmade.containsKey(r.id()))).toList();
                if (!sound.isEmpty() && partial.isEmpty()) {
                    follow(sound);
                }
            }
            refuseIfStopped();
        }

        private void follow(List<Place> chain) {
            try (var history = new ScratchHistory(project, given, database, stop)) {
                var ends = new LinkedHashMap<RevisionId, Place>();
                var route = new ArrayList<Revision>();
                var at = List.<Revision>of();
                for (var place : chain) {
                    route.addAll(Chains.between(project.graph(), at, place.rows()));
                    ends.put(route.getLast().id(), place);
                    at = place.rows();
                }
                var applied = new HashSet<RevisionId>();
                history.up(route, revision -> {
                    applied.add(revision.id());
                    listener.applied(applied.size(), route.size());
                    var place = ends.get(revision.id());
                    if (place != null) {
                        readings.put(place, shared.schema(history.read()));
                    }
                }).ifPresent(failure -> unmade.put(failure.revision().id(),
                        new Unmade(failure.revision(), failure.problem())));
            } catch (Refusal refusal) {
                partial = Optional.of(refusal.problem());
            }
        }
    }

    /// Compares what was made with what is there.
    private final class Judgement {
        private final Evidence evidence;
        private final List<Place> order;
        private final Search search;

        Judgement(Outlines outlines, List<Place> order, Search search) {
            this.order = order;
            this.search = search;
            evidence = new Evidence(database.dialect(), project.config().target().ignore(), () -> outlines);
        }

        /// The nearest places, those that the schema doesn't tell apart together.
        List<Match> matches() {
            var groups = new LinkedHashMap<Fingerprint, List<Place>>();
            order.stream().filter(search.readings::containsKey).forEach(place -> groups.computeIfAbsent(
                    evidence.made(Objects.requireNonNull(search.readings.get(place))),
                    _ -> new ArrayList<>()).add(place));
            var here = evidence.of(actual);
            var nearest = groups.entrySet().stream()
                    .sorted(Comparator.comparingInt(e -> evidence.distance(here, e.getKey()))).limit(NEAREST).toList();
            var matches = new ArrayList<Match>();
            for (var group : nearest) {
                var expected = Objects.requireNonNull(search.readings.get(group.getValue().getFirst()));
                matches.add(new Match(group.getValue(), evidence.finding(actual, expected)));
            }
            return exactTogether(matches);
        }

        private List<Match> exactTogether(List<Match> matches) {
            var exact = matches.stream().filter(Match::isExact).toList();
            if (exact.isEmpty()) {
                return matches;
            }
            var all = new ArrayList<Match>();
            all.add(new Match(exact.stream().flatMap(m -> m.places().stream()).toList(),
                    exact.getFirst().finding()));
            all.addAll(matches.stream().filter(m -> !m.isExact()).toList());
            return all;
        }
    }
}
