package org.athanor.engine.dialect.sqlite;

import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.IndexDefinitions;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Settings;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// SQLite's indexes.
final class Indexes extends IndexDefinitions {
    private static final Set<String> KNOWN = Set.of("where");

    Indexes(Dialect dialect, Names names) {
        super(dialect, names);
    }

    @Override
    public Statement create(TableName table, Index index, boolean ifNotExists) throws Unsupported {
        var where = Settings.of(Product.SQLITE, index.settings(), KNOWN).expression("where");
        var schema = table.schema().map(name -> names.quoteIfNeeded(name) + ".").orElse("");
        return Statement.of("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + (ifNotExists ? "IF NOT EXISTS " : "") + schema + names.bounded(index.name()) + " ON "
                + names.quoteIfNeeded(table.name()) + " " + elements(index)
                + (where.isPresent() ? " WHERE " + dialect.text(where.get()) : ""));
    }

    @Override
    public Statement drop(Operation.DropIndex drop) throws Unsupported {
        return Statement.of("DROP INDEX " + (drop.ifExists() ? "IF EXISTS " : "") + qualified(drop));
    }
}
