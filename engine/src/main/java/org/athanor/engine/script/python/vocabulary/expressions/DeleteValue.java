package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.Statement.Delete;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;

/// `sa.delete(table)`.
record DeleteValue(Delete statement) implements StatementValue {
    DeleteValue {
        Charge.of(statement);
    }

    static DeleteValue of(Source table, Optional<Value> where) {
        return new DeleteValue(new Delete(table, where.map(w -> List.of(Expressions.condition(w))).orElse(List.of()),
                List.of(), List.of()));
    }

    @Override
    public String typeName() {
        return "Delete";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "where" -> NativeFunction.of(name, "*whereclause", b -> new DeleteValue(statement
                    .withWhere(SelectValue.joined(statement.where(), Expressions.conditions(b.rest())))));
            case "returning" -> NativeFunction.of(name, "*cols, **kw", b -> new DeleteValue(statement
                    .withReturning(SelectValue.joined(statement.returning(), SelectValue.chosen(b.rest())))));
            case "add_cte" -> NativeFunction.of(name, "*ctes", b -> new DeleteValue(statement
                    .withCommon(SelectValue.joined(statement.common(), CommonQueries.of(b.rest())))));
            case "execution_options" -> NativeFunction.of(name, "**kw", _ -> this);
            case "table" -> new PlainSource(statement.table());
            default -> StatementValue.super.attribute(name);
        };
    }
}
