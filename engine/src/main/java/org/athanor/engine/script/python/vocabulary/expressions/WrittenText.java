package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// `sa.text(…)`: SQL as somebody wrote it.
record WrittenText(String text) implements ExpressionValue {
    static WrittenText of(Value value) {
        if (value instanceof Text text) {
            return new WrittenText(text.value());
        }
        throw PythonFault.raised("ArgumentError", "text() takes a text, not " + value.typeName());
    }

    @Override
    public SqlExpression expression() {
        return SqlExpression.written(text);
    }

    @Override
    public String typeName() {
        return "TextClause";
    }
}
