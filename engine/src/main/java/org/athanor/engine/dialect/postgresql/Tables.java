package org.athanor.engine.dialect.postgresql;

import java.util.Locale;
import java.util.Set;

import org.athanor.engine.dialect.ColumnDefinitions;
import org.athanor.engine.dialect.ConstraintDefinitions;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Settings;
import org.athanor.engine.dialect.TableDefinitions;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.schema.Table;

/// PostgreSQL's tables.
final class Tables extends TableDefinitions {
    private static final Set<String> KNOWN = Set.of("ignore_search_path", "tablespace", "partition_by", "with",
            "with_oids", "on_commit", "inherits", "using");

    Tables(Names names, ColumnDefinitions columns, ConstraintDefinitions constraints) {
        super(names, columns, constraints);
    }

    @Override
    protected String options(Table table) throws Unsupported {
        var settings = Settings.of(Product.POSTGRESQL, table.settings(), KNOWN);
        var parents = settings.names("inherits");
        var with = Indexes.with(settings.pairs("with"));
        return (parents.isEmpty() ? "" : "\nINHERITS (" + names.list(parents) + ")")
                + settings.text("partition_by").map(key -> "\nPARTITION BY " + key).orElse("")
                + settings.text("using").map(method -> "\nUSING " + method).orElse("")
                + (with.isEmpty() ? "" : "\n" + with.strip())
                + settings.flag("with_oids").map(yes -> yes ? "\nWITH OIDS" : "\nWITHOUT OIDS").orElse("")
                + settings.text("on_commit")
                        .map(deed -> "\nON COMMIT " + deed.replace("_", " ").toUpperCase(Locale.ROOT)).orElse("")
                + settings.text("tablespace").map(name -> "\nTABLESPACE " + names.quoteIfNeeded(name)).orElse("");
    }
}
