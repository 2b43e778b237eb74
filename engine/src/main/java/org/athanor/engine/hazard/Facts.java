package org.athanor.engine.hazard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// What a database tells of its tables, as it stands before a plan. Whatever can't be had is simply not there: a judgement
/// never fails for the lack of a fact.
public interface Facts {
    /// Whether the database has a table of this name; nothing where that can't be told.
    Optional<Boolean> has(TableName table);

    /// The rows of a table.
    Optional<Amount> rows(TableName table);

    /// The values in a column that aren't NULL.
    Optional<Amount> values(TableName table, String column);

    /// What a table takes on the disk, with its indexes.
    Optional<Long> bytes(TableName table);

    /// The tables in a schema.
    Optional<List<TableName>> tablesIn(String schema);

    /// What must be sent before a statement that builds an index concurrently, because an earlier attempt was broken off.
    Optional<Statement> clearance(Statement building);

    /// Those of some functions that may do more than compute an answer; nothing where that can't be told.
    Optional<Set<String>> mayDoMore(Set<String> functions);

    /// No database is asked.
    Facts NONE = new Facts() {
        @Override
        public Optional<Boolean> has(TableName table) {
            return Optional.empty();
        }

        @Override
        public Optional<Amount> rows(TableName table) {
            return Optional.empty();
        }

        @Override
        public Optional<Amount> values(TableName table, String column) {
            return Optional.empty();
        }

        @Override
        public Optional<Long> bytes(TableName table) {
            return Optional.empty();
        }

        @Override
        public Optional<List<TableName>> tablesIn(String schema) {
            return Optional.empty();
        }

        @Override
        public Optional<Statement> clearance(Statement building) {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> mayDoMore(Set<String> functions) {
            return Optional.empty();
        }
    };
}
