package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.Source;
import org.athanor.engine.script.python.value.Value;

/// What rows come from: a table, an alias, a subquery, a join.
public interface SourceValue extends Value {
    Source source();

    @Override
    default Value attribute(String name) {
        return SourceMethods.method(this, name).orElseGet(() -> Value.super.attribute(name));
    }
}
