package org.athanor.engine.dialect.postgresql;

import java.util.List;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.sql.SqlSyntax;

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
}
