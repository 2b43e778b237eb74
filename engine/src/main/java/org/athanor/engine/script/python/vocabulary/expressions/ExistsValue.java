package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Map;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;

/// `sa.exists(…)`, to which conditions may be added.
record ExistsValue(Statement.Rows query) implements ExpressionValue {
    @Override
    public SqlExpression expression() {
        return Subqueries.exists(query);
    }

    @Override
    public String typeName() {
        return "Exists";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "where", "select_from", "correlate" -> query instanceof Statement.Select select
                    ? narrowed(select, name)
                    : ExpressionValue.super.attribute(name);
            case "select" -> NativeFunction.of(name, "", _ -> selected());
            default -> ExpressionValue.super.attribute(name);
        };
    }

    private static Value narrowed(Statement.Select select, String name) {
        var method = new SelectValue(select).attribute(name);
        return NativeFunction.of(name, "*args", b -> new ExistsValue(Subqueries.query(method.call(
                new Arguments(b.rest(), Map.of(), b.line())))));
    }

    private Value selected() {
        return SelectValue.choosing(List.of(expression()));
    }
}
