package org.athanor.engine.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints.stream().flatMap(c -> c instanceof Constraint.PrimaryKey key ? Stream.of(key) : Stream.of())
                .findFirst();
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
        return key.stream().flatMap(name -> column(name).stream())
                .filter(column -> switch (column.counting()) {
                    case NO -> false;
                    case YES -> true;
                    case IF_ALONE -> key.size() == 1 && mayCount(column) && !refers(column);
                    case EVEN_IF_REFERRING -> key.size() == 1 && mayCount(column);
                }).findFirst();
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
