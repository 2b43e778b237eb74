package org.athanor.engine.dialect.sqlite;

import java.util.List;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.sql.SqlSyntax;

/// SQLite's ways.
public final class Sqlite implements Dialect {
    private static final Names NAMES = new Names(ReservedWords.ALL);
    private static final Set<String> ALONE = Set.of("VACUUM", "ATTACH", "DETACH");

    @Override
    public Product product() {
        return Product.SQLITE;
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.SQLITE;
    }

    @Override
    public String name(String identifier) {
        return NAMES.quoteIfNeeded(identifier);
    }

    @Override
    public boolean runsInTransaction(List<String> leadingWords) {
        return leadingWords.isEmpty() || !ALONE.contains(leadingWords.getFirst());
    }
}
