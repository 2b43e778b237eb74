package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.ColumnRename;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// Columns that come and change.
final class PostgreSqlColumnRemedy {
    private final Comparison comparison;
    private final PostgreSqlNames names;
    private final Phases phases;
    private final Traits actual;
    private final Traits wanted;

    PostgreSqlColumnRemedy(Comparison comparison, PostgreSqlNames names, Phases phases) {
        this.comparison = comparison;
        this.names = names;
        this.phases = phases;
        this.actual = new Traits(comparison.dialect(), comparison.actual());
        this.wanted = new Traits(comparison.dialect(), comparison.wanted());
    }

    /// A table as it is created: a column that counts by a sequence of its own says so by its type.
    Table asWritten(Table table) {
        return table.withColumns(table.columns().stream().map(this::asWritten).toList());
    }

    private Column asWritten(Column c) {
        boolean serial = wanted.isSerial(c);
        return new Column(c.name(), serial ? serial(c.type()) : c.type(), c.nullable(),
                serial ? Filling.NONE : c.filling(), Column.Counting.NO, c.comment(), c.checks(), c.settings());
    }

    private static SqlType serial(SqlType type) {
        return new SqlType.Written(type instanceof SqlType.Whole(var size)
                ? switch (size) {
                    case SMALL -> "SMALLSERIAL";
                    case NORMAL -> "SERIAL";
                    case BIG -> "BIGSERIAL";
                }
                : "BIGSERIAL");
    }

    void add(TableName table, Column column) {
        phases.add(isComputed(column) ? Phase.COMPUTED_COLUMNS : Phase.COLUMNS, added(table, column));
    }

    void drop(TableName table, Column column) {
        phases.add(isComputed(column) ? Phase.DROPPED_COMPUTED_COLUMNS : Phase.DROPPED_COLUMNS,
                new Operation.DropColumn(table, column.name(), false));
    }

    private static boolean isComputed(Column column) {
        return column.filling() instanceof Filling.Computed;
    }

    private Operation added(TableName table, Column column) {
        return new Operation.AddColumn(table, asWritten(column), List.of(), List.of(), false, false, false);
    }

    /// Whether views that use the column can't stay.
    boolean change(Changed changed, TableName table, Column before, Column after) {
        if (changed.has(Aspect.COMPUTED) && !keepsItsValues(before, after)) {
            anew(table, before, after);
            return true;
        }
        if (changed.has(Aspect.COMPUTED)) {
            phases.add(Phase.DROPPED_COMPUTED_COLUMNS, "ALTER TABLE %s ALTER COLUMN %s DROP EXPRESSION".formatted(
                    names.qualified(table), names.quoted(before.name())));
        }
        boolean type = changed.has(Aspect.TYPE) || changed.has(Aspect.COLLATION);
        if (type) {
            computedFrom(table, before);
        }
        boolean filling = changed.has(Aspect.DEFAULT) || changed.has(Aspect.IDENTITY);
        var present = isComputed(before) ? Filling.NONE : before.filling();
        if (type && present instanceof Filling.Default && !actual.isSerial(before)
                || filling && !(present instanceof Filling.None) && !isSameKind(before, after)) {
            remove(table, before);
            present = Filling.NONE;
            filling = true;
        }
        boolean becomesSerial = filling && wanted.isSerial(after) && !actual.isSerial(before);
        var change = new ColumnChange(type ? Optional.of(after.type()) : Optional.empty(),
                changed.has(Aspect.NULLABLE) ? Optional.of(after.nullable()) : Optional.empty(),
                filling && !becomesSerial
                        && !(after.filling() instanceof Filling.None && present instanceof Filling.None)
                                ? Optional.of(after.filling())
                                : Optional.empty(),
                changed.has(Aspect.COMMENT) ? Optional.of(after.comment()) : Optional.empty(), Optional.empty(),
                Optional.of(before.type()), Optional.of(before.nullable()), Optional.of(present), before.comment(),
                Optional.empty(), type ? using(after.name(), before.type(), after.type()) : Map.of());
        phases.add(Phase.COLUMNS, new Operation.AlterColumn(table, before.name(), change));
        if (becomesSerial) {
            count(table, after);
        }
        if (becomesSerial || after.filling() instanceof Filling.Identity
                && !(before.filling() instanceof Filling.Identity)) {
            goOn(table, after);
        }
        return type;
    }

    /// A column that is stored and isn't computed any longer.
    private static boolean keepsItsValues(Column before, Column after) {
        return !isComputed(after)
                && before.filling() instanceof Filling.Computed(_, var stored) && stored.orElse(false);
    }

    private boolean isSameKind(Column before, Column after) {
        return before.filling() instanceof Filling.Identity && after.filling() instanceof Filling.Identity
                || before.filling() instanceof Filling.Default && after.filling() instanceof Filling.Default
                        && !actual.isSerial(before) && !wanted.isSerial(after)
                || before.filling() instanceof Filling.Default && !actual.isSerial(before)
                        && after.filling() instanceof Filling.None;
    }

    /// Takes away what fills a column; a sequence of its own goes with it.
    private void remove(TableName table, Column before) {
        phases.add(Phase.COLUMNS, new Operation.AlterColumn(table, before.name(),
                new ColumnChange(Optional.empty(), Optional.empty(), Optional.of(Filling.NONE), Optional.empty(),
                        Optional.empty(), Optional.of(before.type()), Optional.of(before.nullable()),
                        Optional.of(before.filling()), Optional.empty(), Optional.empty(), Map.of())));
        if (actual.isSerial(before)) {
            sequence(before).ifPresent(name -> phases.add(Phase.COLUMNS, "DROP SEQUENCE " + names.qualified(name)));
        }
    }

    private static Optional<TableName> sequence(Column column) {
        return column.filling() instanceof Filling.Default(org.athanor.engine.expression.SqlExpression.Written(var sql))
                ? Traits.sequence(sql)
                : Optional.empty();
    }

    private void count(TableName table, Column column) {
        var name = names.qualified(table.renamed(table.name() + "_" + column.name() + "_seq"));
        phases.add(Phase.COLUMNS, "CREATE SEQUENCE %s OWNED BY %s.%s".formatted(name, names.qualified(table),
                names.quoted(column.name())));
        phases.add(Phase.COLUMNS, "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT nextval('%s')".formatted(
                names.qualified(table), names.quoted(column.name()), name.replace("'", "''")));
    }

    /// A new counter goes on from the rows that are there: it would give their numbers away again.
    private void goOn(TableName table, Column column) {
        var options = column.filling() instanceof Filling.Identity(_, _, var said) ? said : SequenceOptions.NONE;
        boolean upwards = options.increment().orElse(1L) > 0;
        var last = "%s(%s)".formatted(upwards ? "max" : "min", names.quoted(column.name()));
        phases.add(Phase.COLUMNS, "SELECT setval(pg_get_serial_sequence(%s, %s), %s) FROM %s HAVING %s %s %d".formatted(
                literal(names.qualified(table)), literal(column.name()), last, names.qualified(table), last,
                upwards ? ">=" : "<=", options.start().orElse(upwards ? 1L : -1L)));
    }

    private String literal(String text) {
        return comparison.dialect().literal(text);
    }

    private Map<String, Setting> using(String column, SqlType before, SqlType after) {
        if (TypeFamily.isCommon(before, after)) {
            return Map.of();
        }
        try {
            var text = comparison.dialect().text(after);
            boolean byText = before instanceof SqlType.Enumeration || after instanceof SqlType.Enumeration;
            return Map.of("postgresql_using",
                    new Setting.Text(names.quoted(column) + (byText ? "::text" : "") + "::" + text));
        } catch (Unsupported unsupported) {
            return Map.of();
        }
    }

    /// A column that others are computed from can't get another type while they are there.
    void computedFrom(TableName table, Column source) {
        var grammar = comparison.dialect().grammar();
        var after = comparison.wanted().table(table);
        for (var column : comparison.actual().table(table).orElseThrow().columns()) {
            if (column.filling() instanceof Filling.Computed(var value, _) && grammar.mentions(value, source.name())) {
                after.flatMap(t -> t.column(column.name())).filter(PostgreSqlColumnRemedy::isComputed)
                        .ifPresent(c -> anew(table, column, c));
            }
        }
    }

    /// A column that is computed otherwise is dropped and added; what was built upon it comes again.
    private void anew(TableName table, Column before, Column after) {
        phases.add(Phase.DROPPED_COMPUTED_COLUMNS, new Operation.DropColumn(table, before.name(), false));
        phases.add(Phase.COMPUTED_COLUMNS, added(table, after));
        var renames = new ColumnRename(comparison.dialect().grammar());
        var whole = comparison.wanted().table(table).orElseThrow();
        var missing = new ArrayList<>(comparison.differences().stream()
                .filter(SchemaDifference.Missing.class::isInstance).map(SchemaDifference::subject).toList());
        whole.constraints().stream().filter(c -> renames.uses(whole, c, after.name()))
                .filter(c -> !missing.contains(new Part.OfConstraint(table, c)))
                .forEach(c -> phases.add(Phase.CONSTRAINTS, new Operation.AddConstraint(table, c)));
        whole.indexes().stream().filter(i -> renames.uses(i, after.name()))
                .filter(i -> !missing.contains(new Part.OfIndex(table, i)))
                .forEach(i -> phases.add(Phase.INDEXES, new Operation.CreateIndex(table, i, false)));
    }
}
