package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.schema.Schema;

/// What a database holds, read in a few questions however many tables there are.
public final class Catalog {
    /// One moment for all questions, and names as they are said from the first schema of the search path alone. To compile
    /// such questions takes the server longer than to answer them.
    private static final List<String> STILL = List.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            "SELECT pg_catalog.set_config('search_path', quote_ident(coalesce(current_schema(), 'public')), true),"
                    + " pg_catalog.set_config('jit', 'off', true)");

    private Catalog() {}

    /// What revisions change, for whoever works out what a revision does.
    public static Schema read(Connection connection, Dialect dialect) throws SQLException {
        return switch (dialect.product()) {
            case POSTGRESQL -> new PostgreSqlCatalog(connection).read();
            case SQLITE -> new SqliteCatalog(connection).read();
        };
    }

    /// The same of a database that nobody is connected to yet; an empty schema where a SQLite file isn't there yet.
    public static Schema read(Database database) {
        return database.exists()
                ? database.ask(connection -> read(connection, database.dialect()))
                : Schema.EMPTY;
    }

    /// All that a database holds at one moment, as it is compared: with views, triggers, functions and domains, and by name
    /// what isn't modelled. An empty schema where a SQLite file isn't there yet.
    public static Schema readWhole(Database database) {
        if (!database.exists()) {
            return Schema.EMPTY;
        }
        boolean postgres = database.dialect().product() == Product.POSTGRESQL;
        return database.ask(postgres ? STILL : List.of(),
                connection -> postgres
                        ? new PostgreSqlCatalog(connection).readWhole()
                        : new SqliteCatalog(connection).readWhole());
    }
}
