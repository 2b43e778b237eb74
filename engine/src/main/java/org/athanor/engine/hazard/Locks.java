package org.athanor.engine.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.hazard.Deed.AddedColumn;
import org.athanor.engine.hazard.Deed.Rule;
import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.hazard.Hazard.Severity;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// Judges what keeps others waiting, or fails on the rows that are there: by PostgreSQL's documentation of `ALTER TABLE` and of
/// its locks, and by the size of the table.
final class Locks {
    private static final String IN_STEPS = "Add a new column, fill it in parts, and change over in a later revision.";

    private final Statement statement;
    private final Ground ground;

    Locks(Statement statement, Ground ground) {
        this.statement = statement;
        this.ground = ground;
    }

    List<Hazard> added(TableName table, AddedColumn column) {
        var found = new ArrayList<Hazard>();
        if (column.notNull() && !column.hasDefault()) {
            found.addAll(needsValues(table, column));
        }
        if (ground.isPostgreSql()) {
            column.volatileValue().ifPresent(value -> found.addAll(rewritten(table, Optional.of(column.name()),
                    "Each row of %s gets %s for %s, so the table is written anew".formatted(table, value,
                            column.name()),
                    "Add the column without it, set the default for new rows, and fill the old ones in parts.")));
            column.rule()
                    .ifPresent(rule -> found.addAll(constraint(table, rule, column.target().stream().findFirst())));
        }
        return found;
    }

    private List<Hazard> needsValues(TableName table, AddedColumn column) {
        var message = "%s gets the column %s, which must have a value and has no default: that fails if there are rows"
                .formatted(table, column.name());
        return onRows(Kind.NOT_NULL, table, Optional.of(column.name()), Optional.empty(), message,
                "Give a default, or add it nullable, fill it, and set NOT NULL in a later step.", Severity.WARNING);
    }

    List<Hazard> setNotNull(TableName table, String column) {
        var extent = ground.extent(table, column);
        var missing = extent.rows().filter(r -> !ground.isNew(table, column)).flatMap(rows -> extent.values()
                .filter(v -> v.precision() == Amount.Precision.EXACT && rows.precision() == v.precision())
                .map(values -> rows.number() - values.number())).filter(m -> m > 0);
        var message = missing.map(m -> "%s of %s must have a value from now on, and %s without: unless they are filled"
                + " before, that fails").map(text -> text.formatted(column, table,
                        missing.get() == 1
                                ? "1 row is"
                                : Amount.exactly(missing.get()) + " rows are"))
                .orElseGet(() -> "%s of %s must have a value from now on: all rows are looked at"
                        .formatted(column, table));
        return onRows(Kind.NOT_NULL, table, Optional.of(column), Optional.of(LockMode.ACCESS_EXCLUSIVE), message,
                "ADD CONSTRAINT … CHECK (%s IS NOT NULL) NOT VALID, then VALIDATE CONSTRAINT, then SET NOT NULL: it trusts the constraint and looks at nothing."
                        .formatted(column),
                missing.isPresent() ? Severity.WARNING : byVolume(table));
    }

    List<Hazard> changedType(TableName table, String column, String from, String to) {
        return rewritten(table, Optional.of(column),
                "%s of %s goes from %s to %s, so the table and its indexes are written anew".formatted(column, table,
                        from, to),
                IN_STEPS);
    }

    List<Hazard> rewritten(TableName table, String how) {
        return rewritten(table, Optional.empty(), "%s writes %s anew".formatted(how, table),
                "Do it in quiet hours, with a lock time-out.");
    }

    private List<Hazard> rewritten(TableName table, Optional<String> column, String message, String saferWay) {
        return onRows(Kind.REWRITES_TABLE, table, column, Optional.of(LockMode.ACCESS_EXCLUSIVE), message, saferWay,
                byVolume(table));
    }

    /// SQLite's way of altering a table: a copy takes its place.
    List<Hazard> copied(TableName table) {
        return onRows(Kind.REWRITES_TABLE, table, Optional.empty(), Optional.empty(),
                "%s is written anew: its rows are copied into a table that takes its place".formatted(table),
                "Nobody else can write to the database meanwhile; on a large table, do it in quiet hours.",
                byVolume(table));
    }

    List<Hazard> constraint(TableName table, Rule rule, Optional<TableName> target) {
        return switch (rule) {
            case CHECK -> onRows(Kind.VALIDATES_AT_ONCE, table, Optional.empty(),
                    Optional.of(LockMode.ACCESS_EXCLUSIVE), "All rows of %s are checked at once".formatted(table),
                    "ADD CONSTRAINT … NOT VALID, and VALIDATE CONSTRAINT in a later step: that lets others read and write.",
                    byVolume(table));
            case FOREIGN_KEY -> onRows(Kind.VALIDATES_AT_ONCE, table, Optional.empty(),
                    Optional.of(LockMode.SHARE_ROW_EXCLUSIVE),
                    "All rows of %s are looked up in %s at once".formatted(table,
                            target.map(TableName::toString).orElse("another table")),
                    "ADD CONSTRAINT … NOT VALID, and VALIDATE CONSTRAINT in a later step: that lets others read and write.",
                    byVolume(table));
            case UNIQUE, PRIMARY_KEY -> onRows(Kind.LONG_LOCK, table, Optional.empty(),
                    Optional.of(LockMode.ACCESS_EXCLUSIVE),
                    "An index is built for a constraint of %s".formatted(table),
                    "CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX.", byVolume(table));
            case EXCLUDE -> onRows(Kind.LONG_LOCK, table, Optional.empty(), Optional.of(LockMode.ACCESS_EXCLUSIVE),
                    "An index is built for a constraint of %s".formatted(table),
                    "There is no way around the lock: do it in quiet hours, with a lock time-out.", byVolume(table));
        };
    }

    List<Hazard> index(TableName table) {
        return onRows(Kind.INDEX_NOT_CONCURRENT, table, Optional.empty(), Optional.of(LockMode.SHARE),
                "An index of %s is built".formatted(table),
                "CREATE INDEX CONCURRENTLY, outside of a transaction (-- +transaction off, or autocommit_block).",
                byVolume(table));
    }

    List<Hazard> held(Optional<TableName> table, LockMode lock, String why, String saferWay) {
        if (table.isPresent()) {
            return onRows(Kind.LONG_LOCK, table.get(), Optional.empty(), Optional.of(lock),
                    "%s: %s".formatted(table.get(), why.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                            + why.substring(1)),
                    saferWay, byVolume(table.get()));
        }
        return List.of(new Hazard(Kind.LONG_LOCK, Severity.WARNING, Optional.of(statement), Optional.empty(),
                Optional.empty(), Extent.UNKNOWN, Optional.of(lock), "%s; %s meanwhile (%s lock).".formatted(why,
                        lock.meaning(), lock.words()),
                saferWay));
    }

    private Severity byVolume(TableName table) {
        return ground.extent(table).isSmall() ? Severity.NOTE : Severity.WARNING;
    }

    /// A hazard where there are rows, or may be: none on a table that the plan made, or that is empty.
    private List<Hazard> onRows(Kind kind, TableName table, Optional<String> column, Optional<LockMode> lock,
            String message, String saferWay, Severity severity) {
        var extent = ground.extent(table);
        if (ground.isNew(table) || extent.isEmpty()) {
            return List.of();
        }
        var waiting = lock.map(l -> "; %s meanwhile (%s lock)".formatted(l.meaning(), l.words())).orElse("");
        return List.of(new Hazard(kind, severity, Optional.of(statement), Optional.of(table), column, extent, lock,
                "%s%s. The table has %s.".formatted(message, waiting, extent.text()), saferWay));
    }
}
