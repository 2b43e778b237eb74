package org.athanor.engine.locate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.hazard.TableBalance;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.ScriptReader;

/// Reads every step between the places once, and compares what it makes with a database, by names alone: quick, and enough to
/// see which places are worth a closer look.
final class Outlines {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final Dialect dialect;
    private final ScriptReader scripts;
    private final Map<TableName, Table> actual = new HashMap<>();
    private final Map<TableName, Integer> positions = new HashMap<>();
    private final IdentityHashMap<Table, Integer> mismatches = new IdentityHashMap<>();
    private final Set<TableName> made = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Map<Revision, Problem> unreadable = new TreeMap<>(Comparator.comparing(Revision::id));
    private final List<Outline> all = new ArrayList<>();

    private record State(TableBalance tables, Evolution schema, Optional<Problem> obstacle) {}

    private Outlines(Schema database, ScriptReader scripts, Dialect dialect) {
        this.dialect = dialect;
        this.scripts = scripts;
        database.tables().forEach((name, table) -> {
            var key = dialect.grammar().canonical(name);
            actual.put(key, table);
            positions.put(key, positions.size());
        });
    }

    /// The places in an order in which each comes after the one it is reached from.
    static Outlines of(List<Place> places, Schema database, ScriptReader scripts, Dialect dialect) {
        var outlines = new Outlines(database, scripts, dialect);
        outlines.read(places);
        return outlines;
    }

    private void read(List<Place> places) {
        var followers = new HashMap<Place, Integer>();
        places.forEach(place -> place.before().ifPresent(before -> followers.merge(before, 1, Integer::sum)));
        var states = new HashMap<Place, State>();
        for (var place : places) {
            var state = place.before().map(before -> next(Objects.requireNonNull(states.get(before)),
                    place.last().orElseThrow())).orElseGet(this::start);
            all.add(outline(place, state));
            if (followers.containsKey(place)) {
                states.put(place, state);
            }
            place.before().filter(before -> followers.merge(before, -1, Integer::sum) == 0).ifPresent(states::remove);
        }
    }

    private State start() {
        return new State(new TableBalance(dialect), Evolution.from(Schema.EMPTY, dialect.grammar()),
                Optional.empty());
    }

    private State next(State before, Revision revision) {
        var reading = scripts.read(revision, Direction.UPGRADE,
                new Occasion(dialect, Occasion.Mode.OFFLINE, before.schema()));
        reading.script().statements().forEach(statement -> WORD.matcher(statement.text()).results()
                .forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT))));
        reading.script().obstacle().ifPresent(problem -> unreadable.putIfAbsent(revision, problem));
        var tables = before.tables().copy();
        tables.add(reading.script(), revision.toString());
        return new State(tables, reading.after(), before.obstacle().or(() -> reading.script().obstacle()));
    }

    private Outline outline(Place place, State state) {
        int against = 0;
        var accounted = new BitSet();
        var there = state.tables().there();
        made.addAll(there);
        made.addAll(state.tables().doubtful().keySet());
        for (var name : there) {
            against += actual.containsKey(name) ? 0 : 1;
            mark(accounted, name);
        }
        state.tables().doubtful().keySet().forEach(name -> mark(accounted, name));
        var known = state.schema().schema().tables();
        for (var table : known.entrySet()) {
            var counterpart = actual.get(table.getKey());
            if (counterpart != null) {
                against += mismatches.computeIfAbsent(table.getValue(), t -> mismatch(t, counterpart));
            }
        }
        return new Outline(place, against, accounted, state.obstacle());
    }

    private void mark(BitSet accounted, TableName name) {
        var position = positions.get(name);
        if (position != null) {
            accounted.set(position);
        }
    }

    private int mismatch(Table expected, Table present) {
        var columns = names(expected.columns().stream().map(c -> c.name()).toList());
        var indexes = names(expected.indexes().stream().map(i -> i.name().text()).toList());
        return difference(columns, names(present.columns().stream().map(c -> c.name()).toList()))
                + difference(indexes, names(present.indexes().stream().map(i -> i.name().text()).toList()));
    }

    private Set<String> names(List<String> all) {
        var names = new HashSet<String>();
        all.forEach(name -> names.add(dialect.grammar().same("A", "a") ? name.toLowerCase(Locale.ROOT) : name));
        return names;
    }

    private static int difference(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return one.size() + other.size() - 2 * common.size();
    }

    List<Outline> all() {
        return all;
    }

    /// The database's tables that some revision makes.
    BitSet madeHere() {
        var bits = new BitSet();
        made.forEach(name -> mark(bits, name));
        return bits;
    }

    /// Whether some revision makes a table, or may make it.
    boolean makes(TableName table) {
        return made.contains(dialect.grammar().canonical(table));
    }

    /// Whether a statement of some revision says this name.
    boolean says(String name) {
        return words.contains(name.toLowerCase(Locale.ROOT));
    }

    /// The revisions whose upgrade can't be read, and why.
    Map<Revision, Problem> unreadable() {
        return unreadable;
    }
}
