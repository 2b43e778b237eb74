package org.athanor.engine.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.PrimaryKey;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;

/// One table before and after a change.
final class TableChanges {
    private final Grammar grammar;
    private final Table table;
    private final ColumnRename renames;

    TableChanges(Grammar grammar, Table table) {
        this.grammar = grammar;
        this.table = table;
        this.renames = new ColumnRename(grammar);
    }

    /// A change that doesn't fit the table as it is known: then it isn't known.
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1;

        Misfit(String message) {
            super(message);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    Table withColumn(Operation.AddColumn added) throws Misfit {
        if (find(added.column().name()).isPresent()) {
            if (added.ifNotExists()) {
                return table;
            }
            throw new Misfit("%s already has a column %s".formatted(table.name(), added.column().name()));
        }
        boolean isKey = added.constraints().stream().anyMatch(PrimaryKey.class::isInstance);
        var column = isKey ? withNullable(added.column(), false) : added.column();
        return grammar.named(table.withColumns(plus(table.columns(), List.of(column)))
                .withConstraints(plus(table.constraints(), added.constraints()))
                .withIndexes(plus(table.indexes(), added.indexes())));
    }

    Table withoutColumn(String name, boolean ifExists) throws Misfit {
        var column = find(name);
        if (column.isEmpty()) {
            if (ifExists) {
                return table;
            }
            throw missing(name);
        }
        var real = column.get().name();
        return table.withColumns(table.columns().stream().filter(c -> !c.name().equals(real)).toList())
                .withConstraints(table.constraints().stream().filter(c -> !renames.uses(table, c, real)).toList())
                .withIndexes(table.indexes().stream().filter(i -> !renames.uses(i, real)).toList());
    }

    Table withColumn(String name, ColumnChange change) throws Misfit {
        var column = find(name).orElseThrow(() -> missing(name));
        var changed = changed(column, change);
        var result = table.withColumns(table.columns().stream().map(c -> c.equals(column) ? changed : c).toList());
        var newName = change.newName().filter(n -> !n.equals(column.name()));
        return newName.isPresent() ? renames.in(result, column.name(), newName.get()) : result;
    }

    private static Column changed(Column column, ColumnChange change) {
        return new Column(column.name(), change.type().orElse(column.type()),
                change.nullable().orElse(column.nullable()), change.filling().orElse(column.filling()),
                change.counting().map(c -> c ? Column.Counting.YES : Column.Counting.NO).orElse(column.counting()),
                change.comment().orElse(column.comment()), column.settings());
    }

    Table withIndex(Operation.CreateIndex created) throws Misfit {
        var name = created.index().name();
        if (table.indexes().stream().anyMatch(i -> same(i.name(), name))) {
            if (created.ifNotExists()) {
                return table;
            }
            throw new Misfit("%s already has an index %s".formatted(table.name(), name));
        }
        return table.withIndexes(plus(table.indexes(), List.of(created.index())));
    }

    Table withoutIndex(Name name) {
        return table.withIndexes(table.indexes().stream().filter(i -> !same(i.name(), name)).toList());
    }

    boolean hasIndex(Name name) {
        return table.indexes().stream().anyMatch(i -> same(i.name(), name));
    }

    Table withConstraint(Constraint constraint) {
        var all = grammar.named(table.withConstraints(plus(table.constraints(), List.of(constraint))));
        return constraint instanceof PrimaryKey key
                ? all.withColumns(mapped(all.columns(),
                        c -> key.columns().stream().anyMatch(k -> grammar.same(k, c.name()))
                                ? withNullable(c, false)
                                : c))
                : all;
    }

    Table withoutConstraint(Optional<Name> name, boolean ifExists) throws Misfit {
        var found = table.constraints().stream().filter(c -> isNamed(c, name)).findFirst();
        if (found.isEmpty()) {
            if (ifExists) {
                return table;
            }
            throw new Misfit("%s has no constraint %s as far as is known".formatted(table.name(),
                    name.map(Name::text).orElse("without a name")));
        }
        return table.withConstraints(table.constraints().stream().filter(c -> !c.equals(found.get())).toList());
    }

    Table withConstraintNamed(String name, String newName) {
        return table.withConstraints(mapped(table.constraints(),
                c -> isNamed(c, Optional.of(Name.written(name))) ? ColumnRename.named(c, Name.written(newName)) : c));
    }

    Table withComment(Optional<String> comment) {
        return new Table(table.name(), table.columns(), table.constraints(), table.indexes(), comment,
                table.settings(), table.prefixes());
    }

    private Optional<Column> find(String name) {
        return table.column(name)
                .or(() -> table.columns().stream().filter(c -> grammar.same(c.name(), name)).findFirst());
    }

    private Misfit missing(String column) {
        return new Misfit("%s has no column %s as far as is known".formatted(table.name(), column));
    }

    private boolean isNamed(Constraint constraint, Optional<Name> name) {
        return name.isPresent() && constraint.name().filter(n -> same(n, name.get())).isPresent();
    }

    private boolean same(Name one, Name other) {
        return grammar.same(one.text(), other.text());
    }

    private static Column withNullable(Column c, boolean nullable) {
        return new Column(c.name(), c.type(), nullable, c.filling(), c.counting(), c.comment(), c.settings());
    }

    private static <T> List<T> plus(List<T> some, List<? extends T> more) {
        var all = new ArrayList<T>(some);
        all.addAll(more);
        return all;
    }

    private static <T> List<T> mapped(List<T> things, Function<T, T> change) {
        return things.stream().map(change).toList();
    }
}
