package org.athanor.engine.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;

/// Where a database may stand: the revisions that are its rows, none at base, sorted. It is reached from another place by one
/// revision more.
public final class Place {
    private final List<Revision> rows;
    private final Optional<Place> before;
    private final Optional<Revision> last;

    private Place(List<Revision> rows, Optional<Place> before, Optional<Revision> last) {
        this.rows = List.copyOf(rows);
        this.before = before;
        this.last = last;
    }

    static Place base() {
        return new Place(List.of(), Optional.empty(), Optional.empty());
    }

    Place after(Revision revision, RevisionGraph graph) {
        var next = new ArrayList<>(rows);
        next.removeAll(graph.directlyBefore(revision));
        next.add(revision);
        next.sort(Comparator.comparing(Revision::id));
        return new Place(next, Optional.of(this), Optional.of(revision));
    }

    public List<Revision> rows() {
        return rows;
    }

    Optional<Place> before() {
        return before;
    }

    /// The revision by which it is reached from the place before.
    Optional<Revision> last() {
        return last;
    }

    /// All revisions that are applied here, in an order in which they can run.
    List<Revision> route() {
        var route = new ArrayList<Revision>();
        for (var at = Optional.of(this); at.isPresent(); at = at.get().before) {
            at.get().last.ifPresent(route::add);
        }
        return route.reversed();
    }

    /// `base`, or the ids of its rows with a plus between them.
    @Override
    public String toString() {
        return rows.isEmpty() ? "base" : String.join(" + ", rows.stream().map(Revision::toString).toList());
    }
}
