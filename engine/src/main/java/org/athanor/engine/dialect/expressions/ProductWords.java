package org.athanor.engine.dialect.expressions;

import java.util.Optional;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.type.SqlType;

/// What differs between products when expressions become text.
public interface ProductWords {
    /// A name as it must be written.
    String name(String identifier);

    /// A type as CAST names it.
    String type(SqlType type) throws Unsupported;

    /// How values are written.
    LiteralText literals();

    /// Whether conditions have a type of their own; if not, they are the numbers 0 and 1.
    boolean knowsTruths();

    /// An operation that this product writes in a way of its own.
    Optional<String> operation(Combined.Binary binary, ExpressionText text) throws Unsupported;

    /// A function that this product writes in a way of its own.
    Optional<String> call(SqlExpression.Call call, ExpressionText text) throws Unsupported;

    String extract(Combined.Extract extract, ExpressionText text) throws Unsupported;

    String array(Combined.ArrayOf array, ExpressionText text) throws Unsupported;

    /// What stands inside of the parentheses of IN or NOT IN where there is nothing to look for.
    String nothing(boolean negated, int width);

    /// What stands before several tuples behind IN.
    String tuples();

    /// LIMIT, OFFSET and the lock of the rows.
    String limits(Statement.Tail tail, ExpressionText text) throws Unsupported;

    /// DISTINCT, with a space behind it.
    String distinct(Statement.Distinct distinct, ExpressionText text) throws Unsupported;

    /// Whether the key of a new row is asked for by RETURNING, rather than known as the last number given.
    boolean returnsCountedKeys();

    /// Whether columns behind RETURNING carry their table.
    boolean returnsWithTable();

    /// What ON CONFLICT means by a constraint's name.
    String conflictingConstraint(String name);

    /// The word before further sources of a DELETE.
    String deletingWith() throws Unsupported;
}
