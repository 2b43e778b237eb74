package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.Statement;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;

/// A union of queries, and the like.
record CompoundValue(Statement.Compound statement) implements StatementValue {
    CompoundValue {
        Charge.of(statement);
    }

    @Override
    public String typeName() {
        return "CompoundSelect";
    }

    @Override
    public Value attribute(String name) {
        var tail = statement.tail();
        return switch (name) {
            case "order_by" -> NativeFunction.of(name, "*clauses",
                    b -> with(Tails.ordered(tail, b.rest())));
            case "limit" -> NativeFunction.of(name, "limit", b -> with(Tails.limited(tail, b.get("limit"))));
            case "offset" -> NativeFunction.of(name, "offset", b -> with(Tails.from(tail, b.get("offset"))));
            case "execution_options" -> NativeFunction.of(name, "**kw", _ -> this);
            default -> Subqueries.method(statement, name).orElseGet(() -> StatementValue.super.attribute(name));
        };
    }

    private CompoundValue with(Statement.Tail tail) {
        return new CompoundValue(new Statement.Compound(statement.word(), statement.parts(), tail));
    }
}
