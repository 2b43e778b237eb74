package org.athanor.engine.expression;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.type.SqlType;

/// A piece of SQL that stands for a value or a condition.
public sealed interface SqlExpression {
    /// SQL as somebody wrote it (`sa.text`).
    record Written(String sql) implements SqlExpression {}

    /// A column, perhaps with the table (or alias) that it belongs to.
    record ColumnName(Optional<String> table, String name, SqlType type) implements SqlExpression {}

    /// A value.
    record Literal(Constant value, SqlType type) implements SqlExpression {}

    /// A function (`func.now()`); the name as written, with dots for a schema.
    record Call(String name, List<SqlExpression> arguments, SqlType type) implements SqlExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// `NULL`, `TRUE`, `FALSE` as words of the language (`sa.null()`, `sa.true()`).
    enum Word implements SqlExpression {
        NULL, TRUE, FALSE
    }

    static SqlExpression written(String sql) {
        return new Written(sql);
    }
}
