package org.athanor.engine.locate;

import java.util.HashMap;
import java.util.Map;

import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;

/// Schemas that differ in little hold what they have in common once.
final class Shared {
    private final Map<Table, Table> tables = new HashMap<>();

    Schema schema(Schema schema) {
        return schema.withTables(
                schema.tables().values().stream().map(t -> tables.computeIfAbsent(t, same -> same)).toList());
    }
}
