package org.athanor.engine.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.operation.ColumnRename;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;

/// The names that PostgreSQL gives to constraints without one.
final class GivenNames {
    private static final int LONGEST = 63;

    private final NameWords words;

    GivenNames(NameWords words) {
        this.words = words;
    }

    Table in(Table table) {
        if (table.constraints().stream().allMatch(c -> c.name().isPresent())) {
            return table;
        }
        Set<String> taken = table.constraints().stream().flatMap(c -> c.name().stream()).map(Name::text)
                .collect(Collectors.toCollection(HashSet::new));
        return table.withConstraints(
                table.constraints().stream().map(c -> c.name().isPresent() ? c : named(table, c, taken)).toList());
    }

    private Constraint named(Table table, Constraint constraint, Set<String> taken) {
        var name = switch (constraint) {
            case Constraint.PrimaryKey _ -> free(table, List.of(), "pkey", taken);
            case Constraint.Unique unique -> free(table, unique.columns(), "key", taken);
            case Constraint.ForeignKey key -> free(table, key.columns(), "fkey", taken);
            case Constraint.Check check -> free(table, onlyColumn(table, check), "check", taken);
            case Constraint.Exclude exclude -> free(table, excluded(table, exclude), "excl", taken);
        };
        return ColumnRename.named(constraint, Name.written(name));
    }

    /// A check of one column is named after it.
    private List<String> onlyColumn(Table table, Constraint.Check check) {
        var used = table.columns().stream().map(Column::name).filter(c -> words.occurs(check.condition(), c)).toList();
        return used.size() == 1 ? used : List.of();
    }

    private List<String> excluded(Table table, Constraint.Exclude exclude) {
        return exclude.elements().stream().map(e -> table.columns().stream().map(Column::name)
                .filter(c -> words.occurs(e.value(), c)).findFirst().orElse("expr")).toList();
    }

    private static String free(Table table, List<String> columns, String label, Set<String> taken) {
        var middle = String.join("_", columns);
        for (int i = 0;; i++) {
            var name = made(table.name().name(), middle, i == 0 ? label : label + i);
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /// Table, columns and label with underscores; the longer of the first two gives way until it fits.
    private static String made(String table, String middle, String label) {
        int room = LONGEST - label.length() - 1 - (middle.isEmpty() ? 0 : 1);
        int first = bytes(table);
        int second = bytes(middle);
        while (first + second > room) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return cut(table, first) + (middle.isEmpty() ? "" : "_" + cut(middle, second)) + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text, int length) {
        var shorter = text;
        while (bytes(shorter) > length) {
            shorter = shorter.substring(0, shorter.length() - 1);
        }
        return shorter;
    }
}
