package org.athanor.engine.script.python.vocabulary.schema;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.ConventionalName;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.Expressions;

/// Conditions and formulas: SQL as a text, or an expression.
public final class Conditions {
    private Conditions() {}

    public static SqlExpression of(Given given, String parameter) {
        var value = given.bound().get(parameter);
        return Expressions.written(value instanceof ConventionalName name ? name.text() : value)
                .orElseThrow(() -> given.wrong(parameter, "SQL: a text or an expression", value));
    }

    /// The same for one of many.
    public static SqlExpression of(Value value, String function) {
        return Expressions.written(value).orElseThrow(() -> PythonFault.raised("ArgumentError",
                "%s takes SQL, as a text or an expression, not %s".formatted(function, value.typeName())));
    }
}
