package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;

import org.athanor.engine.expression.Source;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// Queries that stand in front of a statement (`add_cte`).
final class CommonQueries {
    private CommonQueries() {}

    static List<Source.Common> of(List<Value> values) {
        return values.stream().map(CommonQueries::common).toList();
    }

    private static Source.Common common(Value value) {
        if (value instanceof SourceValue source && source.source() instanceof Source.Common common) {
            return common;
        }
        throw PythonFault.raised("ArgumentError", "add_cte() takes what cte() gives, not " + value.typeName());
    }
}
