package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.ColumnRename;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;

/// The indexes of a table that is rebuilt.
final class BatchIndexes {
    private final ColumnRename uses;
    private final Map<String, Index> existing = new LinkedHashMap<>();
    private final Map<String, Index> added = new LinkedHashMap<>();

    BatchIndexes(Grammar grammar, List<Index> indexes) {
        this.uses = new ColumnRename(grammar);
        indexes.forEach(i -> existing.put(i.name().text(), i));
    }

    void add(Index index) {
        added.put(index.name().text(), index);
    }

    void drop(Name name, boolean ifExists) throws Unsupported {
        if (existing.remove(name.text()) == null && !ifExists) {
            throw new Unsupported("No such index: '%s'".formatted(name),
                    "Check the name, and that the index is on the table at this step");
        }
    }

    /// The table with all indexes whose columns are still there; those that are gone take their indexes along.
    Table in(Table table, Collection<String> lost, Collection<String> newNames) {
        var all = new ArrayList<>(existing.values().stream()
                .filter(i -> lost.stream().filter(c -> !newNames.contains(c)).noneMatch(c -> uses.uses(i, c)))
                .toList());
        all.addAll(added.values());
        return table.withIndexes(all);
    }
}
