package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// `sa.func`: every function of every database, by its name.
record Functions() implements Value {
    @Override
    public String typeName() {
        return "_FunctionGenerator";
    }

    @Override
    public Value attribute(String name) {
        return NativeFunction.of(name, "*clauses, type_=None", a -> ExpressionValue.of(new SqlExpression.Call(name,
                a.rest().stream().map(Expressions::of).toList(), SqlType.UNKNOWN)));
    }
}
