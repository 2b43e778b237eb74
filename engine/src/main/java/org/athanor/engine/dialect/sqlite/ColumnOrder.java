package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.RebuildOptions.Position;

/// The order of columns in a table that is rebuilt: as it was, with new ones at the end, unless something else is asked for.
final class ColumnOrder {
    private final List<List<String>> stretches;
    private final List<String> existing;
    private final List<Pair> added = new ArrayList<>();

    ColumnOrder(List<String> existing, List<List<String>> stretches) {
        this.existing = new ArrayList<>(existing);
        this.stretches = stretches;
    }

    /// One column comes before another one.
    private record Pair(String first, String second) {}

    void drop(String column) {
        existing.remove(column);
    }

    void add(String column, Optional<Position> position) throws Unsupported {
        var before = position.flatMap(Position::before);
        var after = position.flatMap(Position::after);
        if (stretches.isEmpty()) {
            if (after.isPresent() && before.isEmpty()) {
                before = following(after.get());
            } else if (before.isPresent() && after.isEmpty()) {
                after = preceding(before.get());
            }
        }
        before.ifPresent(b -> added.add(new Pair(column, b)));
        after.ifPresent(a -> added.add(new Pair(a, column)));
        if (stretches.isEmpty() && before.isEmpty() && after.isEmpty() && !existing.isEmpty()) {
            added.add(new Pair(existing.getLast(), column));
        }
    }

    private Optional<String> following(String column) throws Unsupported {
        int index = existing.indexOf(column);
        if (index >= 0) {
            return index + 1 < existing.size() ? Optional.of(existing.get(index + 1)) : Optional.empty();
        }
        return Optional.of(added.stream().filter(p -> p.first.equals(column)).map(Pair::second)
                .reduce((_, last) -> last).orElseThrow(() -> missing(column)));
    }

    private Optional<String> preceding(String column) throws Unsupported {
        int index = existing.indexOf(column);
        if (index >= 0) {
            return index > 0 ? Optional.of(existing.get(index - 1)) : Optional.empty();
        }
        return Optional.of(added.stream().filter(p -> p.second.equals(column)).map(Pair::first)
                .reduce((_, last) -> last).orElseThrow(() -> missing(column)));
    }

    private static Unsupported missing(String column) {
        return new Unsupported("There is no column " + column + " to stand beside",
                "Name a column of the table in insert_before and insert_after");
    }

    /// All columns in their order.
    List<String> of(List<String> columns) throws Unsupported {
        if (stretches.isEmpty() && added.isEmpty()) {
            return columns;
        }
        Set<Pair> pairs = new HashSet<>(added);
        if (stretches.isEmpty()) {
            pairs.addAll(neighbours(existing));
        } else {
            stretches.forEach(stretch -> pairs.addAll(neighbours(stretch)));
        }
        pairs.removeIf(p -> p.first.equals(p.second));
        return sorted(columns, pairs);
    }

    private static List<Pair> neighbours(List<String> columns) {
        var pairs = new ArrayList<Pair>();
        for (int i = 1; i < columns.size(); i++) {
            pairs.add(new Pair(columns.get(i - 1), columns.get(i)));
        }
        return pairs;
    }

    /// Round by round, all columns that wait for no other one; within a round in the order in which they were.
    private static List<String> sorted(List<String> columns, Set<Pair> pairs) throws Unsupported {
        var sorted = new ArrayList<String>();
        var waiting = new ArrayList<>(columns);
        while (!waiting.isEmpty()) {
            var round = waiting.stream().filter(c -> pairs.stream()
                    .noneMatch(p -> p.second.equals(c) && waiting.contains(p.first))).toList();
            if (round.isEmpty()) {
                throw new Unsupported("The order asked for goes round in a circle: " + String.join(", ", waiting),
                        "Check partial_reordering, insert_before and insert_after");
            }
            sorted.addAll(round);
            waiting.removeAll(round);
        }
        return sorted;
    }
}
