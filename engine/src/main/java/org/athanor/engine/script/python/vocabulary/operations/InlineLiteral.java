package org.athanor.engine.script.python.vocabulary.operations;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;

/// `op.inline_literal(…)`: a value that stands in the SQL wherever it is written.
record InlineLiteral(Value value, SqlExpression expression) implements ExpressionValue {
    @Override
    public String typeName() {
        return "_literal_bindparam";
    }

    @Override
    public String shown() {
        return switch (value) {
            case Text text -> "'" + text.value().replace("'", "''") + "'";
            case Whole number -> number.written();
            default -> ExpressionValue.super.shown();
        };
    }
}
