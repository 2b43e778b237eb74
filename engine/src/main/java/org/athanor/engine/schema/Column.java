package org.athanor.engine.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.type.SqlType;

/// A column of a table. `checks` were given to the column itself and stand in its definition; `settings` are what only one product
/// knows (`sqlite_on_conflict_not_null`).
public record Column(String name, SqlType type, boolean nullable, Filling filling, Counting counting,
        Optional<String> comment, List<Constraint.Check> checks, Map<String, String> settings) {
    public Column {
        checks = List.copyOf(checks);
        settings = Map.copyOf(settings);
    }

    public Column(String name, SqlType type, boolean nullable, Filling filling, Counting counting,
            Optional<String> comment, Map<String, String> settings) {
        this(name, type, nullable, filling, counting, comment, List.of(), settings);
    }

    public Column withType(SqlType other) {
        return new Column(name, other, nullable, filling, counting, comment, checks, settings);
    }

    /// The same column, NOT NULL.
    public Column required() {
        return new Column(name, type, false, filling, counting, comment, checks, settings);
    }

    /// Whether a whole number that is the primary key counts up by itself: if it is the only column of the key and refers
    /// to no other table; the same, even if it refers to one; always, as the one column that does; never. A column with a default
    /// of Python's own (`default=`) never counts.
    public enum Counting {
        IF_ALONE, EVEN_IF_REFERRING, YES, NO
    }

    /// A nullable column with nothing else to it.
    public static Column of(String name, SqlType type) {
        return new Column(name, type, true, Filling.NONE, Counting.IF_ALONE, Optional.empty(), Map.of());
    }
}
