package org.athanor.engine.hazard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    record ChangesType(TableName table, String column, String type, Using using) implements Deed {}

    /// Takes the values of a column away, in all rows or in those that meet a condition.
    record ClearsColumn(TableName table, String column, boolean all) implements Deed {}

    /// Puts rows in the place of others that have the same key.
    record ReplacesRows(TableName table) implements Deed {}

    /// The rows of a table are no longer seen in another one.
    record TakesRowsOut(TableName table, TableName part) implements Deed {}

    /// Drops what holds something, but isn't a table: a sequence, a materialized view, a role.
    record DropsHolder(String what, TableName name) implements Deed {}

    /// Makes what shares its names with tables, but isn't one.
    record CreatesHolder(TableName name) implements Deed {}

    record CreatesFunction(String name) implements Deed {}

    record SetsNotNull(TableName table, String column) implements Deed {}

    /// A constraint on rows that are there; `target` is the table that a foreign key points at.
    record AddsConstraint(TableName table, Rule rule, boolean notValid, boolean usingIndex,
            Optional<TableName> target) implements Deed {}

    record CreatesIndex(TableName table, boolean concurrently) implements Deed {}

    /// Writes the whole table anew.
    record Rewrites(TableName table, String how) implements Deed {}

    /// Holds a strong lock for as long as its work takes.
    record Holds(Optional<TableName> table, LockMode lock, String why, String saferWay) implements Deed {}

    /// Runs code that isn't in the plan; `drastic` unless it is seen to destroy nothing.
    record Runs(String what, boolean drastic) implements Deed {}

    /// Calls functions whose code isn't in the statement: surely some of them, and maybe others, too.
    record Calls(String what, Set<String> plain, Set<String> functions) implements Deed {
        public Calls {
            plain = Set.copyOf(plain);
            functions = Set.copyOf(functions);
        }
    }

    /// How a new type's values are made of the old ones: by the server itself, by a cast, or in another way.
    enum Using {
        NONE, CAST, EXPRESSION, NOTHING_OF_IT
    }

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
