package org.athanor.engine.expression;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.type.SqlType;

/// An expression made of others.
public sealed interface Combined extends SqlExpression {
    /// Two operands; the modifier is the ESCAPE of a LIKE, the flags of a regular expression, or SYMMETRIC.
    record Binary(SqlExpression left, SqlOperator operator, SqlExpression right, SqlType type,
            Optional<String> modifier) implements Combined {
        public Binary(SqlExpression left, SqlOperator operator, SqlExpression right, SqlType type) {
            this(left, operator, right, type, Optional.empty());
        }
    }

    /// Any number of operands with the same operator between them.
    record Chain(SqlOperator operator, List<SqlExpression> operands, SqlType type) implements Combined {
        public Chain {
            operands = List.copyOf(operands);
        }
    }

    /// One operand, with the operator before it or, for an order, behind it.
    record Unary(SqlOperator operator, SqlExpression operand, SqlType type) implements Combined {}

    /// Parentheses.
    record Grouping(SqlExpression inside) implements Combined {
        @Override
        public SqlType type() {
            return inside.type();
        }
    }

    /// A value of type Boolean that stands where a condition is wanted: some products compare it with 0 or 1.
    record TruthTest(SqlExpression value, boolean wanted) implements Combined {
        @Override
        public SqlType type() {
            return SqlType.BOOLEAN;
        }
    }

    /// CASE, perhaps with the value that is compared.
    record Case(Optional<SqlExpression> value, List<Branch> branches, Optional<SqlExpression> otherwise, SqlType type)
            implements
                Combined {
        public Case {
            branches = List.copyOf(branches);
        }

        /// WHEN … THEN …
        public record Branch(SqlExpression condition, SqlExpression result) {}
    }

    record Cast(SqlExpression value, SqlType type) implements Combined {}

    /// A value that is to be read as one of another type; the SQL doesn't say so (`sa.type_coerce`).
    record Retyped(SqlExpression value, SqlType type) implements Combined {}

    record Extract(String field, SqlExpression value) implements Combined {
        @Override
        public SqlType type() {
            return SqlType.INTEGER;
        }
    }

    /// Expressions between commas and in parentheses.
    record Tuple(List<SqlExpression> values) implements Combined {
        public Tuple {
            values = List.copyOf(values);
        }

        @Override
        public SqlType type() {
            return SqlType.UNKNOWN;
        }
    }

    /// PostgreSQL's `ARRAY[…]`.
    record ArrayOf(List<SqlExpression> values, SqlType type) implements Combined {
        public ArrayOf {
            values = List.copyOf(values);
        }
    }

    /// `from:to` inside of brackets.
    record Slice(SqlExpression from, SqlExpression to) implements Combined {
        @Override
        public SqlType type() {
            return SqlType.UNKNOWN;
        }
    }

    /// The name of a collation.
    record Collation(String name) implements Combined {
        @Override
        public SqlType type() {
            return SqlType.TEXT;
        }
    }

    /// An expression with a name in a list of columns.
    record Labelled(SqlExpression value, SourceName name) implements Combined {
        @Override
        public SqlType type() {
            return value.type();
        }
    }

    /// An aggregate over the rows for which a condition holds.
    record Filtered(SqlExpression aggregate, SqlExpression condition) implements Combined {
        @Override
        public SqlType type() {
            return aggregate.type();
        }
    }

    /// An aggregate's arguments in an order, inside of its parentheses or behind them (WITHIN GROUP).
    record Ordered(SqlExpression value, List<SqlExpression> order, boolean within) implements Combined {
        public Ordered {
            order = List.copyOf(order);
        }

        @Override
        public SqlType type() {
            return value.type();
        }
    }

    /// A function over a window.
    record Windowed(SqlExpression function, List<SqlExpression> partition, List<SqlExpression> order,
            Optional<String> frame) implements Combined {
        public Windowed {
            partition = List.copyOf(partition);
            order = List.copyOf(order);
        }

        @Override
        public SqlType type() {
            return function.type();
        }
    }

    /// A query that stands for a value, in parentheses.
    record Query(Statement.Rows query, SqlType type) implements Combined {}
}
