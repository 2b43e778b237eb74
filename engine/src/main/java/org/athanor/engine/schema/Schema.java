package org.athanor.engine.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.type.SqlType;

/// What a database holds, as far as it is modelled.
public record Schema(Map<TableName, Table> tables, Map<TableName, SqlType.Enumeration> enumerations,
        Map<TableName, Sequence> sequences, Map<TableName, Definition> definitions) {
    public static final Schema EMPTY = new Schema(Map.of(), Map.of(), Map.of());

    public Schema {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        enumerations = Collections.unmodifiableMap(new LinkedHashMap<>(enumerations));
        sequences = Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }

    /// A schema without views and triggers.
    public Schema(Map<TableName, Table> tables, Map<TableName, SqlType.Enumeration> enumerations,
            Map<TableName, Sequence> sequences) {
        this(tables, enumerations, sequences, Map.of());
    }

    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }
}
