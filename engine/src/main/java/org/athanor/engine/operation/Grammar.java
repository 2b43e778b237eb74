package org.athanor.engine.operation;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// How a product reads names and SQL, as far as it matters for what becomes of a schema.
public interface Grammar {
    /// What raw SQL does to the schema; nothing for statements that only touch rows.
    List<SqlEffect> effects(String sql);

    /// One name for all ways of naming the same table (`T`, `main.t`).
    TableName canonical(TableName name);

    /// Whether two names of columns, constraints or indexes mean the same thing.
    boolean same(String one, String other);

    /// An expression in which a column of the table has another name.
    SqlExpression renamed(SqlExpression expression, String column, String newName);

    /// Whether an expression uses a column of the table.
    boolean mentions(SqlExpression expression, String column);

    /// Whether a name occurs as a word in a piece of SQL.
    boolean hasWord(String sql, String name);

    /// The table with the names that the product gives to what has none.
    Table named(Table table);

    /// What a table is after a rebuild, where the product copies it; empty where it is changed in place.
    Optional<Evolution.Standing> copied(Operation.Rebuild rebuild, Evolution before);
}
