package org.athanor.engine.differential.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table while random revisions change it: enough to know which change is sound next.
final class RandomTable {
    private final String name;
    private final List<RandomColumn> columns = new ArrayList<>();
    private final List<String> constraints = new ArrayList<>();

    RandomTable(String name) {
        this.name = name;
    }

    /// A column: its name, its type and the rest of `sa.Column(…)` in Python, and whether something needs it.
    record RandomColumn(String name, String type, String rest, boolean needed) {
        String python() {
            return "sa.Column(\"%s\", %s%s)".formatted(name, type, rest);
        }

        RandomColumn renamed(String newName) {
            return new RandomColumn(newName, type, rest, needed);
        }

        RandomColumn neededNow() {
            return new RandomColumn(name, type, rest, true);
        }
    }

    String name() {
        return name;
    }

    List<RandomColumn> columns() {
        return columns;
    }

    /// Columns that no key, constraint or index needs.
    List<RandomColumn> free() {
        return columns.stream().filter(column -> !column.needed()).toList();
    }

    void add(RandomColumn column) {
        columns.add(column);
    }

    void replace(RandomColumn column, RandomColumn by) {
        columns.set(columns.indexOf(column), by);
    }

    void remove(RandomColumn column) {
        columns.remove(column);
    }

    /// A constraint of the table as it is made, in Python.
    void constrain(String constraint) {
        constraints.add(constraint);
    }

    String create() {
        var inside = Stream.concat(columns.stream().map(RandomColumn::python), constraints.stream())
                .map(part -> "        " + part + ",\n").collect(Collectors.joining());
        return "op.create_table(\n        \"%s\",\n%s    )".formatted(name, inside);
    }

    String drop() {
        return "op.drop_table(\"%s\")".formatted(name);
    }
}
