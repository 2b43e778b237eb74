package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.Statement.Assignment;
import org.athanor.engine.expression.Statement.Update;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;

/// `sa.update(table)`.
record UpdateValue(Update statement) implements StatementValue {
    UpdateValue {
        Charge.of(statement);
    }

    static UpdateValue of(Source table, Optional<Value> where, Optional<Value> values) {
        return new UpdateValue(new Update(table, values.map(v -> Assignments.of(table, v)).orElse(List.of()),
                where.map(w -> List.of(Expressions.condition(w))).orElse(List.of()), List.of(), List.of()));
    }

    @Override
    public String typeName() {
        return "Update";
    }

    @Override
    public ExpressionValue bound(ParameterSet set) {
        var assigned = set.assigned(statement.table(), statement, statement.changes());
        return ExpressionValue.of(set.filled(statement.withChanges(assigned)));
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "values" -> NativeFunction.of(name, "*args, **kwargs", this::values);
            case "ordered_values" -> NativeFunction.of(name, "*args", this::ordered);
            case "where" -> NativeFunction.of(name, "*whereclause", b -> new UpdateValue(statement
                    .withWhere(SelectValue.joined(statement.where(), Expressions.conditions(b.rest())))));
            case "returning" -> NativeFunction.of(name, "*cols, **kw", b -> new UpdateValue(statement
                    .withReturning(SelectValue.joined(statement.returning(), SelectValue.chosen(b.rest())))));
            case "add_cte" -> NativeFunction.of(name, "*ctes", b -> new UpdateValue(statement
                    .withCommon(SelectValue.joined(statement.common(), CommonQueries.of(b.rest())))));
            case "execution_options", "inline" -> NativeFunction.of(name, "**kw", _ -> this);
            case "table" -> new PlainSource(statement.table());
            default -> StatementValue.super.attribute(name);
        };
    }

    private Value values(Bound bound) {
        var changes = new LinkedHashMap<String, Assignment>();
        statement.changes().forEach(a -> changes.put(a.column(), a));
        for (var given : bound.rest()) {
            Assignments.of(statement.table(), given).forEach(a -> changes.put(a.column(), a));
        }
        Assignments.named(statement.table(), bound.namedRest()).forEach(a -> changes.put(a.column(), a));
        return new UpdateValue(statement.withChanges(List.copyOf(changes.values())));
    }

    /// Pairs of column and value.
    private Value ordered(Bound bound) {
        var values = new LinkedHashMap<Value, Value>();
        for (var pair : bound.rest()) {
            var both = Expressions.elements(pair);
            values.put(both.getFirst(), both.getLast());
        }
        return new UpdateValue(statement.withChanges(Assignments.of(statement.table(), values)));
    }
}
