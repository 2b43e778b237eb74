package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;

/// `str(sa.column("a"))`: an expression in the words that belong to no product. Only what is the same everywhere is
/// known; values would be names of parameters, and statements have lines of their own.
final class ExpressionText {
    private ExpressionText() {}

    static Optional<String> of(SqlExpression expression) {
        return switch (expression) {
            case SqlExpression.Word word -> Optional.of(word == SqlExpression.Word.NULL
                    ? "NULL"
                    : word == SqlExpression.Word.TRUE ? "true" : "false");
            case SqlExpression.ColumnName _ -> unquoted(expression);
            case SqlExpression.Call call when call.arguments().stream()
                    .allMatch(SqlExpression.ColumnName.class::isInstance) ->
                unquoted(expression);
            default -> Optional.empty();
        };
    }

    static Optional<String> of(Source.Table table) {
        var name = table.schema().map(s -> s + ".").orElse("") + table.name();
        return table.schema().stream().allMatch(ExpressionText::isPlain) && isPlain(table.name())
                ? Optional.of(name)
                : Optional.empty();
    }

    private static boolean isPlain(String name) {
        return new PostgreSql().name(name).equals(name);
    }

    private static Optional<String> unquoted(SqlExpression expression) {
        try {
            return Optional.of(new PostgreSql().text(expression)).filter(sql -> sql.indexOf('"') < 0);
        } catch (Unsupported _) {
            return Optional.empty();
        }
    }
}
