package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.Extent;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.PythonFault;

/// What an expression costs a revision: a few lines of Python can double one again and again.
final class Charge {
    private Charge() {}

    static void of(SqlExpression expression) {
        of(Extent.of(expression));
    }

    static void of(Source source) {
        of(Extent.of(source));
    }

    private static void of(Extent extent) {
        if (extent.isTooDeep()) {
            throw PythonFault.exhausted("An expression is nested too deeply: more than %d levels"
                    .formatted(Extent.DEEPEST));
        }
        if (extent.isTooLarge()) {
            throw PythonFault.exhausted("An expression becomes too large: more than a revision may hold");
        }
        Budget.time(extent.nodes() >> 1);
    }
}
