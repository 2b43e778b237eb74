package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.schema.Schema;

/// What a database holds, read in a few questions however many tables there are.
public final class Catalog {
    private Catalog() {}

    public static Schema read(Connection connection, Dialect dialect) throws SQLException {
        return switch (dialect.product()) {
            case POSTGRESQL -> new PostgreSqlCatalog(connection).read();
            case SQLITE -> new SqliteCatalog(connection).read();
        };
    }
}
