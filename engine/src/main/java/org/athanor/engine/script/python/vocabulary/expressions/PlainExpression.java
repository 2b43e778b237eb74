package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.expression.SqlExpression;

/// An expression that is nothing else.
record PlainExpression(SqlExpression expression) implements ExpressionValue {
    PlainExpression {
        Charge.of(expression);
    }

    @Override
    public String typeName() {
        return switch (expression) {
            case SqlExpression.Written _,SqlExpression.Template _ -> "TextClause";
            case SqlExpression.ColumnName _ -> "Column";
            case SqlExpression.Call _ -> "Function";
            case SqlExpression.Literal _ -> "BindParameter";
            default -> "ColumnElement";
        };
    }
}
