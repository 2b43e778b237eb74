package org.athanor.engine.database;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;

/// The dialect of each product.
public final class Dialects {
    private Dialects() {}

    public static Dialect of(Product product) {
        return switch (product) {
            case POSTGRESQL -> new PostgreSql();
            case SQLITE -> new Sqlite();
        };
    }
}
