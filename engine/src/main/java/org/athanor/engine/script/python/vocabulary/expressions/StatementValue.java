package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.Statement;

/// A statement that `op.execute` or a connection takes.
public interface StatementValue extends ExpressionValue {
    Statement statement();

    @Override
    default Statement expression() {
        return statement();
    }
}
