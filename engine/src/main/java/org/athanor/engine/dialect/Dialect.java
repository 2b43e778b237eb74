package org.athanor.engine.dialect;

import java.util.List;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.SqlType;

/// What differs between products, as far as scripts and the version table need it.
public interface Dialect {
    Product product();

    SqlSyntax syntax();

    /// How the product reads names and SQL.
    Grammar grammar();

    /// A name as it must be written in a statement: quoted only where it has to be.
    String name(String identifier);

    /// Whether a statement that starts with these words may run inside a transaction.
    boolean runsInTransaction(List<String> leadingWords);

    /// What carries an operation out, given the schema as it stands before it.
    List<Statement> statements(Operation operation, Evolution before) throws Unsupported;

    /// Refuses an operation that Alembic has words for, so that they are printed, but that no database of the product runs.
    default void checkRuns(Operation operation) throws Unsupported {}

    /// An expression as this product writes it, values in place.
    String text(SqlExpression expression) throws Unsupported;

    /// A type as a column's definition names it.
    String text(SqlType type) throws Unsupported;

    /// A text literal.
    default String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
