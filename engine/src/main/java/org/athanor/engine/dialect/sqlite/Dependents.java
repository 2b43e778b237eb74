package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.TableName;

/// The views and triggers that know a table: SQLite drops the table's own triggers with it, and doesn't rename a table while
/// others speak of one that is missing. So they are taken away before, and made again afterwards.
final class Dependents {
    private final Grammar grammar;
    private final List<Definition> definitions;

    Dependents(Grammar grammar, Evolution before, TableName table) throws Unsupported {
        this.grammar = grammar;
        var doubt = before.doubtAboutDefinitions();
        if (doubt.isPresent()) {
            throw new Unsupported("%s can't be rebuilt safely here: %s".formatted(table, doubt.get()),
                    "Run the revisions before this one first, connected to the database, and then this one");
        }
        var found = new LinkedHashSet<Definition>();
        var names = new ArrayList<>(List.of(table));
        for (int i = 0; i < names.size(); i++) {
            for (var definition : before.definitionsAround(names.get(i))) {
                if (found.add(definition) && definition.kind() == Definition.Kind.VIEW) {
                    names.add(definition.name());
                }
            }
        }
        this.definitions = List.copyOf(found);
    }

    /// Refuses changes of columns that a view or trigger speaks of.
    void check(Collection<String> changedColumns) throws Unsupported {
        for (var definition : definitions) {
            for (var column : changedColumns) {
                if (grammar.hasWord(definition.sql(), column)) {
                    var what = definition.kind() == Definition.Kind.VIEW ? "view" : "trigger";
                    throw new Unsupported(
                            "The %s %s speaks of %s, which this rebuild renames or drops".formatted(what,
                                    definition.name(), column),
                            "Drop the %s before, and create it again afterwards as it must be then".formatted(what));
                }
            }
        }
    }

    List<Definition> views() {
        return definitions.stream().filter(d -> d.kind() == Definition.Kind.VIEW).toList();
    }

    List<Definition> triggers() {
        return definitions.stream().filter(d -> d.kind() == Definition.Kind.TRIGGER).toList();
    }
}
