package org.athanor.engine.schema;

import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;

/// Where a column's value comes from if none is given.
public sealed interface Filling {
    /// From nowhere: NULL, or an error.
    record None() implements Filling {}

    /// A default that the revision gives as plain text, which is quoted (`server_default="x"`).
    record Text(String value) implements Filling {}

    /// A default that is SQL (`server_default=sa.text("now()")`).
    record Default(SqlExpression value) implements Filling {}

    /// Computed from other columns; stored or not, or as the product likes best.
    record Computed(SqlExpression value, Optional<Boolean> persisted) implements Filling {}

    /// Counted by the database.
    record Identity(boolean always, boolean onNull, SequenceOptions options) implements Filling {}

    Filling NONE = new None();
}
