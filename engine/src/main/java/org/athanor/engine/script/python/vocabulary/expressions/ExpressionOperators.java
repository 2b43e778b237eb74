package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// What Python's operators make of expressions.
final class ExpressionOperators {
    private ExpressionOperators() {}

    static Optional<Value> operate(ExpressionValue left, Operator operator, Value right) {
        throw unknown(operator.written());
    }

    static Optional<Value> operateReversed(ExpressionValue right, Operator operator, Value left) {
        throw unknown(operator.written());
    }

    static Optional<Value> compare(ExpressionValue left, Comparator comparator, Value right) {
        throw unknown(comparator.written());
    }

    static Optional<Value> invert(ExpressionValue value) {
        throw unknown("~");
    }

    static Optional<Value> negate(ExpressionValue value) {
        throw unknown("-");
    }

    static Value item(ExpressionValue value, Value key) {
        throw unknown("[]");
    }

    static boolean truth(ExpressionValue value) {
        throw PythonFault.raised("TypeError", "Boolean value of this clause is not defined");
    }

    private static PythonFault unknown(String operator) {
        return PythonFault.unreadable("the operator %s of SQL expressions isn't known here".formatted(operator));
    }
}
