package org.athanor.engine.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.type.SqlType;

/// What a database holds, as far as it is modelled, and by name what isn't. `namespaces` are schemas that must be named; a
/// definition's key is its [Definition#key].
public record Schema(Map<TableName, Table> tables, Map<TableName, SqlType.Enumeration> enumerations,
        Map<TableName, Sequence> sequences, Map<TableName, Definition> definitions,
        Map<TableName, SqlType.Domain> domains, Set<String> namespaces, List<Unmodelled> unmodelled) {
    public static final Schema EMPTY = new Schema(Map.of(), Map.of(), Map.of());

    public Schema {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        enumerations = Collections.unmodifiableMap(new LinkedHashMap<>(enumerations));
        sequences = Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        domains = Collections.unmodifiableMap(new LinkedHashMap<>(domains));
        namespaces = Collections.unmodifiableSet(new LinkedHashSet<>(namespaces));
        unmodelled = List.copyOf(unmodelled);
    }

    /// A schema without what only a catalog tells.
    public Schema(Map<TableName, Table> tables, Map<TableName, SqlType.Enumeration> enumerations,
            Map<TableName, Sequence> sequences, Map<TableName, Definition> definitions) {
        this(tables, enumerations, sequences, definitions, Map.of(), Set.of(), List.of());
    }

    /// A schema without views and triggers.
    public Schema(Map<TableName, Table> tables, Map<TableName, SqlType.Enumeration> enumerations,
            Map<TableName, Sequence> sequences) {
        this(tables, enumerations, sequences, Map.of());
    }

    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /// The same with other tables.
    public Schema withTables(Collection<Table> others) {
        var all = new LinkedHashMap<TableName, Table>();
        others.forEach(table -> all.put(table.name(), table));
        return new Schema(all, enumerations, sequences, definitions, domains, namespaces, unmodelled);
    }
}
