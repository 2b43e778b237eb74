package org.athanor.engine.hazard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.TableName;

/// What tables and columns were called before the plan, and which of them the plan itself has made: nothing is lost and
/// nobody waits where a table is as new as the plan.
final class Lineage {
    private final Grammar grammar;
    private final Map<TableName, Past> pasts = new HashMap<>();

    private final Set<String> functions = new HashSet<>();

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

    /// Goes along with what a statement does; `creates` says whether a `CREATE TABLE` makes a table that wasn't there.
    void follow(Deed deed, boolean creates) {
        if (deed instanceof Deed.CreatesTable(var table, _) && creates) {
            create(table);
        } else if (deed instanceof Deed.CreatesHolder(var name)) {
            create(name);
        } else if (deed instanceof Deed.CreatesFunction(var name)) {
            functions.add(name);
        } else if (deed instanceof Deed.DropsTable(var table, _)) {
            pasts.remove(grammar.canonical(table));
        } else if (deed instanceof Deed.RenamesTable(var table, var newName)) {
            rename(table, newName);
        } else if (deed instanceof Deed.AddsColumn(var table, var column)) {
            past(table).columns().put(column.name(), Optional.empty());
        } else if (deed instanceof Deed.RenamesColumn(var table, var column, var newName)) {
            var before = before(table, column);
            past(table).columns().put(newName, before);
        }
    }

    /// Whether the plan itself has made a function of this name, or another one of it.
    boolean hasMade(String function) {
        return functions.contains(function);
    }

    private void create(TableName table) {
        pasts.put(grammar.canonical(table), new Past(Optional.empty(), new HashMap<>()));
    }

    private void rename(TableName table, TableName newName) {
        var past = past(table);
        pasts.remove(grammar.canonical(table));
        pasts.put(grammar.canonical(newName), past);
    }

    /// A table stands for another one from now on: it holds its rows.
    void succeed(TableName table, TableName successor) {
        pasts.put(grammar.canonical(successor), past(table));
    }

    private Past past(TableName table) {
        return pasts.computeIfAbsent(grammar.canonical(table), t -> new Past(Optional.of(t), new HashMap<>()));
    }
}
