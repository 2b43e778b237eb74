package org.athanor.engine.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints.stream().flatMap(c -> c instanceof Constraint.PrimaryKey key ? Stream.of(key) : Stream.of())
                .findFirst();
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
}
