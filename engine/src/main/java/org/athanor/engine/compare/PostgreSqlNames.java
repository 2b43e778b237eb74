package org.athanor.engine.compare;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.schema.TableName;

/// Names as statements write them.
record PostgreSqlNames(Dialect dialect) {
    String quoted(String name) {
        return dialect.name(name);
    }

    String qualified(TableName name) {
        return name.schema().map(s -> quoted(s) + ".").orElse("") + quoted(name.name());
    }
}
