package org.athanor.engine.schema;

import java.util.Optional;

/// The name of a table, sequence or type, with its schema if one is said.
public record TableName(Optional<String> schema, String name) {
    public static TableName of(String name) {
        return new TableName(Optional.empty(), name);
    }

    public TableName renamed(String newName) {
        return new TableName(schema, newName);
    }

    @Override
    public String toString() {
        return schema.map(s -> s + "." + name).orElse(name);
    }
}
