package org.athanor.engine.dialect.postgresql;

import java.util.List;
import java.util.Set;

import org.athanor.engine.dialect.Definitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.expressions.ExpressionText;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.SqlType;

/// PostgreSQL's ways.
public final class PostgreSql implements Dialect {
    /// How many characters SQLAlchemy lets the name of a constraint or index have.
    private static final int LONGEST_NAME = 63;
    private static final Names NAMES = new Names(ReservedWords.ALL, LONGEST_NAME);
    private static final Set<String> ALONE = Set.of("VACUUM", "CREATE DATABASE", "DROP DATABASE", "ALTER SYSTEM",
            "CREATE TABLESPACE", "DROP TABLESPACE", "REINDEX DATABASE", "REINDEX SYSTEM");

    private final Types types = new Types(NAMES);
    private final Operations operations = operations();

    private Operations operations() {
        var constraints = new Constraints(this, NAMES);
        var columns = new Columns(this, NAMES, constraints);
        return new Operations(this, NAMES, new Definitions(columns, constraints,
                new Tables(NAMES, columns, constraints), new Indexes(this, NAMES)));
    }

    @Override
    public Product product() {
        return Product.POSTGRESQL;
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.POSTGRESQL;
    }

    @Override
    public Grammar grammar() {
        return new PostgreSqlGrammar(this);
    }

    @Override
    public String name(String identifier) {
        return NAMES.quoteIfNeeded(identifier);
    }

    @Override
    public boolean runsInTransaction(List<String> leadingWords) {
        if (leadingWords.isEmpty()) {
            return true;
        }
        var first = leadingWords.getFirst();
        var firstTwo = String.join(" ", leadingWords.subList(0, Math.min(2, leadingWords.size())));
        boolean concurrently = Set.of("CREATE", "DROP", "REINDEX").contains(first)
                && leadingWords.contains("CONCURRENTLY");
        return !concurrently && !ALONE.contains(first) && !ALONE.contains(firstTwo);
    }

    @Override
    public List<Statement> statements(Operation operation, Evolution before) throws Unsupported {
        return operations.statements(operation, before);
    }

    @Override
    public String text(SqlExpression expression) throws Unsupported {
        return ExpressionText.of(expression, new PostgreSqlWords(this));
    }

    @Override
    public String text(SqlType type) throws Unsupported {
        return types.text(type);
    }
}
