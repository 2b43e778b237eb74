package org.athanor.engine.hazard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.TableName;

/// What tables and columns were called before the plan, and which of them the plan itself has made: nothing is lost and
/// nobody waits where a table is as new as the plan.
final class Lineage {
    private final Grammar grammar;
    private final Map<TableName, Past> pasts = new HashMap<>();

    Lineage(Grammar grammar) {
        this.grammar = grammar;
    }

    /// A table's name before the plan, nothing if the plan made it; the same of those columns that changed.
    private record Past(Optional<TableName> name, Map<String, Optional<String>> columns) {}

    /// The table's name before the plan; nothing if the plan made it.
    Optional<TableName> before(TableName table) {
        var past = pasts.get(grammar.canonical(table));
        return past == null ? Optional.of(grammar.canonical(table)) : past.name();
    }

    /// The column's name before the plan; nothing if the plan made it, or its table.
    Optional<String> before(TableName table, String column) {
        var past = pasts.get(grammar.canonical(table));
        return past == null
                ? Optional.of(column)
                : past.name().flatMap(_ -> past.columns().getOrDefault(column, Optional.of(column)));
    }

    void create(TableName table) {
        pasts.put(grammar.canonical(table), new Past(Optional.empty(), new HashMap<>()));
    }

    void drop(TableName table) {
        pasts.remove(grammar.canonical(table));
    }

    void rename(TableName table, TableName newName) {
        var past = past(table);
        pasts.remove(grammar.canonical(table));
        pasts.put(grammar.canonical(newName), past);
    }

    /// A table stands for another one from now on: it holds its rows.
    void succeed(TableName table, TableName successor) {
        pasts.put(grammar.canonical(successor), past(table));
    }

    void addColumn(TableName table, String column) {
        past(table).columns().put(column, Optional.empty());
    }

    void renameColumn(TableName table, String column, String newName) {
        var before = before(table, column);
        past(table).columns().put(newName, before);
    }

    private Past past(TableName table) {
        return pasts.computeIfAbsent(grammar.canonical(table), t -> new Past(Optional.of(t), new HashMap<>()));
    }
}
