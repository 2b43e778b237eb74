package org.athanor.engine.script.python.vocabulary.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Column.Counting;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.expressions.Expressions;
import org.athanor.engine.type.SqlType;

/// What a table of Python's stands for: its columns, and its constraints in the order in which SQLAlchemy writes them.
public final class TableModel {
    private final DefinedTable table;
    private final String product;
    private final boolean allKeys;
    private final List<DefinedColumn> columns;
    private final Optional<Constraint.PrimaryKey> key;

    private TableModel(DefinedTable table, String product, boolean allKeys) {
        this.table = table;
        this.product = product;
        this.allKeys = allKeys;
        this.columns = table.columns();
        this.key = key(table)
                .map(k -> (Constraint.PrimaryKey) table.metadata().conventions().named(k, table.name()));
    }

    /// The table as CREATE TABLE makes it on a product. Foreign keys that are to be added later (`use_alter`) aren't in it.
    public static Table of(DefinedTable table, String product) {
        return new TableModel(table, product, false).whole();
    }

    /// The table with all of its foreign keys.
    public static Table withAllKeys(DefinedTable table, String product) {
        return new TableModel(table, product, true).whole();
    }

    private Table whole() {
        return new Table(table.name(), columns(), constraints(), indexes(), table.comment(), table.settings(),
                table.prefixes());
    }

    /// Parts that will be added to a table which has more columns than these.
    public static Table ofParts(DefinedTable parts, String product) {
        return new TableModel(parts, product, true).parts();
    }

    private Table parts() {
        return new Table(table.name(), columns(), constraints(), List.of(), Optional.empty(), Map.of(), List.of());
    }

    private List<Column> columns() {
        var all = new ArrayList<Column>(columns.size());
        for (var column : columns) {
            all.add(column(column));
        }
        return all;
    }

    private Column column(DefinedColumn column) {
        boolean isKey = key.filter(k -> k.columns().contains(column.columnName())).isPresent();
        boolean required = isKey || column.isKey() || column.filling() instanceof Filling.Identity;
        return new Column(column.columnName(), column.type(), column.saidNullable().orElse(!required), column.filling(),
                column.counting(), column.comment(), checks(column), column.settings());
    }

    /// The columns of a key that is only said at the columns: one that counts up stands first.
    private static List<String> counterFirst(DefinedTable table) {
        var names = new ArrayList<String>();
        int counters = 0;
        for (var column : table.columns()) {
            if (column.isKey()) {
                names.add(column.counting() == Counting.YES ? counters++ : names.size(), column.columnName());
            }
        }
        return names;
    }

    private static Optional<Constraint.PrimaryKey> key(DefinedTable table) {
        var key = writtenKey(table).map(k -> new Constraint.PrimaryKey(k.name(),
                k.columns().isEmpty() ? flagged(table) : names(table, k.columns()), k.timing(), k.settings()))
                .orElseGet(() -> new Constraint.PrimaryKey(Optional.empty(), counterFirst(table),
                        Constraint.Timing.UNSAID, Map.of()));
        return key.columns().isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /// The last key that was given to the table.
    private static Optional<Constraint.PrimaryKey> writtenKey(DefinedTable table) {
        for (var value : table.constraints().reversed()) {
            if (value.constraint() instanceof Constraint.PrimaryKey key) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static List<String> flagged(DefinedTable table) {
        var names = new ArrayList<String>();
        for (var column : table.columns()) {
            if (column.isKey()) {
                names.add(column.columnName());
            }
        }
        return names;
    }

    private List<Constraint> constraints() {
        var all = new ArrayList<Constraint>();
        key.ifPresent(all::add);
        for (var value : table.constraints()) {
            if (!(value.constraint() instanceof Constraint.PrimaryKey)
                    && isWritten(value.useAlter())) {
                all.add(named(resolved(value.constraint())));
            }
        }
        for (var column : columns) {
            addConstraints(column, all);
        }
        return all;
    }

    private boolean isWritten(boolean useAlter) {
        return allKeys || !useAlter || !product.equals("postgresql");
    }

    private void addConstraints(DefinedColumn column, List<Constraint> all) {
        var name = column.columnName();
        if (column.isUnique() && !column.isIndexed()) {
            all.add(named(new Constraint.Unique(Optional.empty(), List.of(name), Constraint.Timing.UNSAID, Map.of())));
        }
        TypeChecks.of(name, column.type(), product).ifPresent(check -> all.add(named(check)));
        for (var key : column.foreignKeys()) {
            if (isWritten(key.useAlter())) {
                all.add(named(key.constraint(name, table.metadata().schema())));
            }
        }
    }

    private List<Constraint.Check> checks(DefinedColumn column) {
        return column.checks().isEmpty()
                ? List.of()
                : column.checks().stream().map(c -> (Constraint.Check) named(c.constraint())).toList();
    }

    private Constraint named(Constraint constraint) {
        return table.metadata().conventions().named(constraint, table.name());
    }

    /// The constraint with the names of its columns instead of their keys, and with the schema that it means.
    private Constraint resolved(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Unique c ->
                new Constraint.Unique(c.name(), names(table, c.columns()), c.timing(), c.settings());
            case Constraint.ForeignKey c -> new Constraint.ForeignKey(c.name(), names(table, c.columns()),
                    new TableName(c.target().schema().or(() -> table.metadata().schema()),
                            c.target().name()),
                    c.targetColumns(), c.onDelete(), c.onUpdate(), c.match(), c.timing(), c.settings());
            case Constraint.PrimaryKey c -> c;
            case Constraint.Check c -> c;
            case Constraint.Exclude c -> c;
        };
    }

    private static List<String> names(DefinedTable table, List<String> keys) {
        var names = new ArrayList<String>(keys.size());
        for (var k : keys) {
            if (!table.has(k) && !table.columns().isEmpty()) {
                throw PythonFault.raised("ConstraintColumnNotFoundError",
                        "Can't create a constraint on table '%s': no column named '%s' is present."
                                .formatted(table.name(), k));
            }
            names.add(table.columnName(k));
        }
        return names;
    }

    private List<Index> indexes() {
        SequencedSet<Index> all = new LinkedHashSet<>();
        table.indexes().forEach(i -> all.add(i.index(table)));
        for (var column : columns) {
            if (column.isIndexed()) {
                all.add(Indexes.of("Column('%s', index=True)".formatted(column.columnName()), Optional.empty(),
                        table.name(), List.of(column), column.isUnique(), Map.of(), table.metadata().conventions()));
            }
        }
        return List.copyOf(all);
    }

    /// The table as statements know it.
    static Source.Table source(DefinedTable table) {
        var keys = key(table).map(Constraint.PrimaryKey::columns).orElse(List.of());
        var columns = table.columns().stream().map(c -> sourceColumn(c, keys)).toList();
        return new Source.Table(table.schema(), table.tableName(), columns, true);
    }

    private static Source.Column sourceColumn(DefinedColumn column, List<String> keys) {
        return new Source.Column(column.columnName(), column.type(), keys.contains(column.columnName()),
                isCounted(column, keys), !column.filling().equals(Filling.NONE),
                column.preset().filter(v -> !(v instanceof SequenceValue)).map(v -> preset(column, v)),
                column.refreshed().map(v -> preset(column, v)));
    }

    private static boolean isCounted(DefinedColumn column, List<String> keys) {
        return keys.contains(column.columnName()) && switch (column.counting()) {
            case YES -> true;
            case NO -> false;
            case IF_ALONE -> keys.size() == 1 && column.type() instanceof SqlType.Whole && !refers(column);
            case EVEN_IF_REFERRING -> keys.size() == 1 && column.type() instanceof SqlType.Whole;
        };
    }

    private static boolean refers(DefinedColumn column) {
        return !column.foreignKeys().isEmpty() || column.table().stream().flatMap(t -> t.constraints().stream())
                .anyMatch(c -> c.constraint() instanceof Constraint.ForeignKey k && k.columns().contains(column.key()));
    }

    private static SqlExpression preset(DefinedColumn column, Value value) {
        return Expressions.preset(column.columnName(), value, column.type());
    }
}
