package org.athanor.engine.dialect;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;

/// The expressions that are simple enough to be written alike everywhere.
public final class SimpleExpressions {
    private SimpleExpressions() {}

    public static String text(Dialect dialect, SqlExpression expression) throws Unsupported {
        return switch (expression) {
            case SqlExpression.Written(var sql) -> sql;
            case SqlExpression.ColumnName(_, var name, _) -> dialect.name(name);
            case SqlExpression.Call(var name, var arguments, _) when isStamp(dialect, name) -> "CURRENT_TIMESTAMP";
            case SqlExpression.Call(var name, var arguments, _) ->
                name + "(" + Wording.joined(arguments, ", ", dialect::text) + ")";
            case SqlExpression.Word word -> word(dialect, word);
            case SqlExpression.Literal(Constant.Text(var value), _) -> dialect.literal(value);
            case SqlExpression.Literal(Constant.Whole(var value), _) -> value.toString();
            default -> throw new Unsupported("Not written yet: " + expression, "");
        };
    }

    private static boolean isStamp(Dialect dialect, String name) {
        return dialect.product() == Product.SQLITE && name.equals("now");
    }

    private static String word(Dialect dialect, SqlExpression.Word word) {
        boolean isNumber = dialect.product() == Product.SQLITE;
        return switch (word) {
            case NULL -> "NULL";
            case TRUE -> isNumber ? "1" : "true";
            case FALSE -> isNumber ? "0" : "false";
        };
    }
}
