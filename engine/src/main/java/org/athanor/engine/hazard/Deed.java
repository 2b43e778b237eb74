package org.athanor.engine.hazard;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.schema.TableName;

/// What a statement does, as far as it matters for whether that is dangerous.
sealed interface Deed {
    record CreatesTable(TableName table, boolean ifNotExists) implements Deed {}

    record DropsTable(TableName table, boolean ifExists) implements Deed {}

    record RenamesTable(TableName table, TableName newName) implements Deed {}

    record DropsSchema(String schema) implements Deed {}

    /// Drops whatever depends on something, columns among it (`DROP TYPE … CASCADE`).
    record DropsDependents(String what) implements Deed {}

    record DropsDatabase(String database) implements Deed {}

    record Truncates(TableName table) implements Deed {}

    /// Deletes all rows, or those that meet a condition.
    record Deletes(TableName table, boolean all) implements Deed {}

    /// Fills a table from others; `sql` names columns and casts.
    record Fills(TableName table, String sql) implements Deed {}

    record AddsColumn(TableName table, AddedColumn column) implements Deed {}

    record DropsColumn(TableName table, String column, boolean ifExists) implements Deed {}

    record RenamesColumn(TableName table, String column, String newName) implements Deed {}

    record ChangesType(TableName table, String column, String type, boolean using) implements Deed {}

    record SetsNotNull(TableName table, String column) implements Deed {}

    /// A constraint on rows that are there; `target` is the table that a foreign key points at.
    record AddsConstraint(TableName table, Rule rule, boolean notValid, boolean usingIndex,
            Optional<TableName> target) implements Deed {}

    record CreatesIndex(TableName table, boolean concurrently) implements Deed {}

    /// Writes the whole table anew.
    record Rewrites(TableName table, String how) implements Deed {}

    /// Holds a strong lock for as long as its work takes.
    record Holds(Optional<TableName> table, LockMode lock, String why, String saferWay) implements Deed {}

    /// Runs code that isn't in the plan; `drastic` if words of it speak of deleting.
    record Runs(String what, boolean drastic) implements Deed {}

    /// The rules of a table that take a look at all of its rows.
    enum Rule {
        CHECK, FOREIGN_KEY, UNIQUE, PRIMARY_KEY, EXCLUDE
    }

    /// A column that is added: what its definition says beside its name.
    record AddedColumn(String name, boolean notNull, boolean hasDefault, Optional<String> volatileValue,
            Optional<Rule> rule, List<TableName> target) {
        public AddedColumn {
            target = List.copyOf(target);
        }
    }
}
