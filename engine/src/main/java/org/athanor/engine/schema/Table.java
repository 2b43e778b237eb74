package org.athanor.engine.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.type.SqlType;

/// A table: its columns, constraints and indexes in their order. `settings` by their full names (`postgresql_partition_by`,
/// `sqlite_autoincrement`), `prefixes` stand between CREATE and TABLE. The primary key is written first, then the constraints as
/// listed: those given to the table, then, column by column, those that came with a column (`unique=True`, the check of its type,
/// its foreign keys). The check of a type need not be listed: it is then written last.
public record Table(TableName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
        Optional<String> comment, Map<String, Setting> settings, List<String> prefixes) {
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        settings = Map.copyOf(settings);
        prefixes = List.copyOf(prefixes);
    }

    /// A table of which nothing but the name is said.
    public static Table named(TableName name) {
        return new Table(name, List.of(), List.of(), List.of(), Optional.empty(), Map.of(), List.of());
    }

    public Optional<Column> column(String columnName) {
        for (var column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        for (var constraint : constraints) {
            if (constraint instanceof Constraint.PrimaryKey key) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    public boolean isKey(Column column) {
        return primaryKey().filter(key -> key.columns().contains(column.name())).isPresent();
    }

    /// Whether a column is part of a foreign key.
    public boolean refers(Column column) {
        return constraints.stream()
                .anyMatch(c -> c instanceof Constraint.ForeignKey key && key.columns().contains(column.name()));
    }

    /// The column of the primary key that counts up by itself.
    public Optional<Column> counter() {
        var key = primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        for (var columnName : key) {
            var column = column(columnName);
            if (column.isPresent() && counts(column.get(), key.size() == 1)) {
                return column;
            }
        }
        return Optional.empty();
    }

    private boolean counts(Column column, boolean isAlone) {
        return switch (column.counting()) {
            case NO -> false;
            case YES -> true;
            case IF_ALONE -> isAlone && mayCount(column) && !refers(column);
            case EVEN_IF_REFERRING -> isAlone && mayCount(column);
        };
    }

    private static boolean mayCount(Column column) {
        return SqlType.on("", column.type()) instanceof SqlType.Whole
                && (column.filling() instanceof Filling.None || column.filling() instanceof Filling.Identity);
    }

    public Table withColumns(List<Column> others) {
        return new Table(name, others, constraints, indexes, comment, settings, prefixes);
    }

    public Table withConstraints(List<Constraint> others) {
        return new Table(name, columns, others, indexes, comment, settings, prefixes);
    }

    public Table withIndexes(List<Index> others) {
        return new Table(name, columns, constraints, others, comment, settings, prefixes);
    }

    /// The table with one more setting.
    public Table with(String setting, Setting value) {
        var more = new HashMap<>(settings);
        more.put(setting, value);
        return new Table(name, columns, constraints, indexes, comment, more, prefixes);
    }

    public Table withName(TableName other) {
        return new Table(other, columns, constraints, indexes, comment, settings, prefixes);
    }

    public Table withSettings(Map<String, Setting> others) {
        return new Table(name, columns, constraints, indexes, comment, others, prefixes);
    }
}
