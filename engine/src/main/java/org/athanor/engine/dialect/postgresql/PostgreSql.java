package org.athanor.engine.dialect.postgresql;

import java.util.List;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.SqlType;

/// PostgreSQL's ways.
public final class PostgreSql implements Dialect {
    private static final Names NAMES = new Names(ReservedWords.ALL);
    private static final Set<String> ALONE = Set.of("VACUUM", "CREATE DATABASE", "DROP DATABASE", "ALTER SYSTEM",
            "CREATE TABLESPACE", "DROP TABLESPACE", "REINDEX DATABASE", "REINDEX SYSTEM");

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
        if (operation instanceof Operation.Execute(var sql)) {
            return List.of(Statement.of(sql));
        }
        throw new Unsupported("Not written yet: " + operation, "");
    }

    @Override
    public String text(SqlExpression expression) throws Unsupported {
        throw new Unsupported("Not written yet: " + expression, "");
    }

    @Override
    public String text(SqlType type) throws Unsupported {
        throw new Unsupported("Not written yet: " + type, "");
    }
}
