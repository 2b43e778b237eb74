package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.expression.Statement.Tail;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// What ends a query.
final class Tails {
    private Tails() {}

    static Tail ordered(Tail tail, List<Value> clauses) {
        if (clauses.size() == 1 && clauses.getFirst() == Nothing.NONE) {
            return new Tail(List.of(), tail.limit(), tail.offset(), tail.lock());
        }
        var order = new ArrayList<>(tail.order());
        clauses.forEach(c -> order.add(byName(c)));
        return new Tail(order, tail.limit(), tail.offset(), tail.lock());
    }

    /// A text is the name of a column or label.
    static SqlExpression byName(Value value) {
        return value.plain() instanceof Text text
                ? SqlExpression.column(text.value(), SqlType.UNKNOWN)
                : Expressions.of(value);
    }

    static Tail limited(Tail tail, Value limit) {
        return new Tail(tail.order(), number(limit), tail.offset(), tail.lock());
    }

    static Tail from(Tail tail, Value offset) {
        return new Tail(tail.order(), tail.limit(), number(offset), tail.lock());
    }

    private static Optional<SqlExpression> number(Value value) {
        return value == Nothing.NONE ? Optional.empty() : Optional.of(Expressions.of(value));
    }

    static Tail locked(Tail tail, Bound bound) {
        var lock = new StringBuilder("FOR ");
        boolean key = flag(bound, "key_share");
        if (flag(bound, "read")) {
            lock.append(key ? "KEY SHARE" : "SHARE");
        } else {
            lock.append(key ? "NO KEY UPDATE" : "UPDATE");
        }
        lock.append(flag(bound, "nowait") ? " NOWAIT" : "").append(flag(bound, "skip_locked") ? " SKIP LOCKED" : "");
        return new Tail(tail.order(), tail.limit(), tail.offset(), Optional.of(lock.toString()));
    }

    private static boolean flag(Bound bound, String name) {
        return bound.find(name).map(Value::truth).orElse(false);
    }

    static Statement.Distinct distinct(List<Value> columns) {
        return new Statement.Distinct(true, columns.stream().map(Tails::byName).toList());
    }
}
