package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.script.python.value.Value;

/// A table whose columns are known: `sa.table(…)` and `sa.Table(…)`. What it has for statements (`c`, `columns`, `insert`,
/// `update`, `delete`, `select`, `alias`, `join` …) comes from `attribute`.
public interface TableValue extends SourceValue {
    @Override
    Source.Table source();

    /// What makes the value of a column where a row says nothing, if that is a function of the revision's own.
    default Optional<Value> maker(String column) {
        return Optional.empty();
    }
}
