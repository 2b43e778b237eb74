package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.Source;

/// A table whose columns are known: `sa.table(…)` and `sa.Table(…)`. What it has for statements (`c`, `columns`, `insert`,
/// `update`, `delete`, `select`, `alias`, `join` …) comes from `attribute`.
public interface TableValue extends SourceValue {
    @Override
    Source.Table source();
}
