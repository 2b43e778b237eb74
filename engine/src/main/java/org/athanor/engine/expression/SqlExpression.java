package org.athanor.engine.expression;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.type.SqlType;

/// A piece of SQL: a value, a condition or a statement. Parentheses stand in it where they are needed
/// (`Combined.Grouping`), so that a text only has to be read off.
public sealed interface SqlExpression
        permits SqlExpression.Written, SqlExpression.Template, SqlExpression.WrittenColumn, SqlExpression.ColumnName,
        SqlExpression.Literal, SqlExpression.Parameter, SqlExpression.Call, SqlExpression.Word, SqlExpression.Items,
        SqlExpression.Star,
        SqlExpression.OfPython, Combined,
        Statement {
    /// The type of its values, as far as it is known.
    SqlType type();

    /// SQL as somebody wrote it (`sa.text`).
    record Written(String sql) implements SqlExpression {
        @Override
        public SqlType type() {
            return SqlType.UNKNOWN;
        }
    }

    /// SQL as somebody wrote it, with values in it.
    record Template(List<SqlExpression> parts) implements SqlExpression {
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public SqlType type() {
            return SqlType.UNKNOWN;
        }
    }

    /// SQL as somebody wrote it, that stands for a column (`sa.literal_column`).
    record WrittenColumn(String sql, SqlType type) implements SqlExpression {}

    /// A column, perhaps with the table (or alias) that it belongs to.
    record ColumnName(Optional<Source> source, String name, SqlType type) implements SqlExpression {}

    /// A value.
    record Literal(Constant value, SqlType type) implements SqlExpression {}

    /// A place that is given its value by name when the statement is executed; until then `value` stands there. Where
    /// `several`, the value is a list.
    record Parameter(String name, SqlExpression value, SqlType type, boolean required, boolean several)
            implements
                SqlExpression {}

    /// A function (`func.now()`); the name as written, with dots for a schema.
    record Call(String name, List<SqlExpression> arguments, SqlType type) implements SqlExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// `NULL`, `TRUE`, `FALSE` as words of the language (`sa.null()`, `sa.true()`).
    enum Word implements SqlExpression {
        NULL, TRUE, FALSE;

        @Override
        public SqlType type() {
            return this == NULL ? SqlType.UNKNOWN : SqlType.BOOLEAN;
        }
    }

    /// Values among which something is looked for: `x IN (1, 2)`. `type` is that of one of them.
    record Items(List<SqlExpression> values, SqlType type) implements SqlExpression {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// `*`
    record Star() implements SqlExpression {
        @Override
        public SqlType type() {
            return SqlType.UNKNOWN;
        }
    }

    /// A value that only a function of Python could give, and why it can't be said.
    record OfPython(String what) implements SqlExpression {
        @Override
        public SqlType type() {
            return SqlType.UNKNOWN;
        }
    }

    static SqlExpression written(String sql) {
        return new Written(sql);
    }

    /// A column that belongs to no table in particular.
    static ColumnName column(String name, SqlType type) {
        return new ColumnName(Optional.empty(), name, type);
    }
}
