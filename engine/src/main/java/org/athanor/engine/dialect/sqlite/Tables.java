package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.Set;

import org.athanor.engine.dialect.ColumnDefinitions;
import org.athanor.engine.dialect.ConstraintDefinitions;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Settings;
import org.athanor.engine.dialect.TableDefinitions;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.schema.Table;

/// SQLite's tables.
final class Tables extends TableDefinitions {
    private static final Set<String> KNOWN = Set.of("autoincrement", "with_rowid", "strict");

    Tables(Names names, ColumnDefinitions columns, ConstraintDefinitions constraints) {
        super(names, columns, constraints);
    }

    @Override
    protected String options(Table table) throws Unsupported {
        var settings = Settings.of(Product.SQLITE, table.settings(), KNOWN);
        var options = new ArrayList<String>();
        if (!settings.flag("with_rowid").orElse(true)) {
            options.add("WITHOUT ROWID");
        }
        if (settings.isOn("strict")) {
            options.add("STRICT");
        }
        return options.isEmpty() ? "" : "\n" + String.join(", ", options);
    }
}
