package org.athanor.engine.dialect;

import java.util.List;

import org.athanor.engine.sql.SqlSyntax;

/// What differs between products, as far as scripts and the version table need it.
public interface Dialect {
    Product product();

    SqlSyntax syntax();

    /// A name as it must be written in a statement: quoted only where it has to be.
    String name(String identifier);

    /// Whether a statement that starts with these words may run inside a transaction.
    boolean runsInTransaction(List<String> leadingWords);

    /// A text literal.
    default String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
