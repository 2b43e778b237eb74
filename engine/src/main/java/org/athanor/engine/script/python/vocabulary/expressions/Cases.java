package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combined.Case.Branch;
import org.athanor.engine.expression.Parentheses;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// `sa.case`: pairs of condition and result, one after the other or in one list, or a dictionary of values and results.
final class Cases {
    private Cases() {}

    static Value of(Bound bound) {
        var value = bound.given("value").map(Expressions::of);
        var branches = new ArrayList<Branch>();
        var whens = bound.given("whens").map(List::of).orElse(bound.rest());
        for (var when : whens.size() == 1 ? unpacked(whens.getFirst()) : whens) {
            branches.add(branch(when));
        }
        if (branches.isEmpty()) {
            throw PythonFault.raised("ArgumentError", "case() needs at least one condition with its result");
        }
        var otherwise = bound.given("else_").map(Expressions::of);
        return ExpressionValue.of(new Combined.Case(value, branches, otherwise, type(branches, otherwise)));
    }

    private static List<Value> unpacked(Value whens) {
        if (whens instanceof Dictionary map) {
            return map.entries().entrySet().stream().<Value>map(e -> new Tuple(
                    List.of(e.getKey(), e.getValue()))).toList();
        }
        var elements = Expressions.elements(whens);
        boolean pair = !elements.isEmpty() && !Expressions.isList(elements.getFirst());
        return pair ? List.of(whens) : elements;
    }

    private static Branch branch(Value when) {
        var both = Expressions.elements(when);
        if (both.size() != 2) {
            throw PythonFault.raised("ValueError", "case() takes pairs of condition and result");
        }
        return new Branch(Parentheses.alone(Expressions.of(both.getFirst())), Expressions.of(both.getLast()));
    }

    private static SqlType type(List<Branch> branches, Optional<SqlExpression> otherwise) {
        return branches.reversed().stream().map(b -> b.result().type())
                .filter(t -> Affinity.of(t) != Affinity.UNKNOWN).findFirst()
                .orElse(otherwise.map(SqlExpression::type).orElse(SqlType.UNKNOWN));
    }
}
