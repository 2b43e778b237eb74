package org.athanor.engine.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// The tables of a schema, and which of them may have foreign keys to which: so that nobody has to look through all of them.
final class Tables {
    private final Grammar grammar;
    private final Shelf<Table> shelf;
    private final Shelf<Shelf<TableName>> referrers;

    private Tables(Grammar grammar, Shelf<Table> shelf, Shelf<Shelf<TableName>> referrers) {
        this.grammar = grammar;
        this.shelf = shelf;
        this.referrers = referrers;
    }

    static Tables of(Map<TableName, Table> things, Grammar grammar) {
        var tables = new Tables(grammar, Shelf.of(Map.of()), Shelf.of(Map.of()));
        for (var thing : things.entrySet()) {
            tables = tables.with(grammar.canonical(thing.getKey()), new Shelf.Entry.There<>(thing.getValue()));
        }
        return tables;
    }

    static Tables doubtful(String reason, Grammar grammar) {
        return new Tables(grammar, Shelf.doubtful(reason), Shelf.of(Map.of()));
    }

    Shelf.Entry<Table> at(TableName key) {
        return shelf.at(key);
    }

    Optional<Table> thing(TableName key) {
        return shelf.thing(key);
    }

    Map<TableName, Table> things() {
        return shelf.things();
    }

    void forEach(BiConsumer<TableName, Table> visitor) {
        shelf.forEach(visitor);
    }

    Optional<TableName> find(BiPredicate<TableName, Table> fits) {
        return shelf.find(fits);
    }

    Tables with(TableName key, Table table) {
        return with(key, new Shelf.Entry.There<>(table));
    }

    Tables with(TableName key, Shelf.Entry<Table> entry) {
        var known = referrers;
        if (entry instanceof Shelf.Entry.There<Table>(var table)) {
            for (var constraint : table.constraints()) {
                if (constraint instanceof ForeignKey reference) {
                    known = noted(known, grammar.canonical(reference.target()), key);
                }
            }
        }
        return new Tables(grammar, shelf.with(key, entry), known);
    }

    private static Shelf<Shelf<TableName>> noted(Shelf<Shelf<TableName>> known, TableName target, TableName referrer) {
        var own = known.thing(target).orElseGet(() -> Shelf.of(Map.of()));
        return own.thing(referrer).isPresent() ? known : known.with(target, own.with(referrer, referrer));
    }

    Tables without(TableName key) {
        return new Tables(grammar, shelf.without(key), referrers);
    }

    /// The tables that have foreign keys to a table, the table itself among them if it has.
    List<Map.Entry<TableName, Table>> referringTo(TableName target) {
        var key = grammar.canonical(target);
        var found = new ArrayList<Map.Entry<TableName, Table>>();
        referrers.thing(key).ifPresent(names -> names.forEach((name, _) -> thing(name).filter(t -> refers(t, key))
                .ifPresent(table -> found.add(Map.entry(name, table)))));
        return found;
    }

    private boolean refers(Table table, TableName target) {
        return table.constraints().stream()
                .anyMatch(c -> c instanceof ForeignKey key && grammar.canonical(key.target()).equals(target));
    }
}
