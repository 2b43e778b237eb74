package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// The remedy on SQLite: what it can't alter is done by a copy of the table. Views and triggers around a table that changes are
/// taken away before and made again afterwards.
final class SqliteRemedy {
    private final Comparison comparison;
    private final Dependence dependence;
    private final Phases phases = new Phases();
    private final Map<TableName, List<SchemaDifference>> byTable = new LinkedHashMap<>();
    private final List<Table> gone = new ArrayList<>();
    private final List<Table> come = new ArrayList<>();
    private final Set<Definition> dropped = new LinkedHashSet<>();
    private final Set<Definition> made = new LinkedHashSet<>();

    SqliteRemedy(Comparison comparison) {
        this.comparison = comparison;
        this.dependence = new Dependence(comparison.dialect().grammar());
    }

    Remedy remedy() {
        comparison.differences().forEach(this::sort);
        aroundChanges();
        dependence.inOrder(dropped).reversed().forEach(d -> phases.add(Phase.RENAMES,
                "DROP " + d.kind() + " " + comparison.dialect().name(d.name().name())));
        comparison.renamed().forEach(operation -> phases.add(Phase.RENAMES, operation));
        TableOrder.parentsFirst(gone).reversed().forEach(
                t -> phases.add(Phase.DROPPED_TABLES, new Operation.DropTable(t.name(), false)));
        TableOrder.parentsFirst(come).forEach(t -> phases.add(Phase.TABLES, new Operation.CreateTable(t, false)));
        byTable.forEach((name, differences) -> new SqliteTableRemedy(comparison, name, differences, phases).add());
        dependence.inOrder(made).forEach(d -> phases.add(Phase.DEFINITIONS, d.sql()));
        return phases.remedy(comparison);
    }

    private void sort(SchemaDifference difference) {
        switch (difference) {
            case Missing(Part.OfTable(var table)) -> come.add(table);
            case Extra(Part.OfTable(var table)) -> gone.add(table);
            case Missing(Part.OfDefinition(var definition)) -> made.add(definition);
            case Extra(Part.OfDefinition(var definition)) -> dropped.add(definition);
            case Changed(Part.OfDefinition(var before), Part.OfDefinition(var after), _) -> {
                dropped.add(before);
                made.add(after);
            }
            case Missing _,Extra _,Changed _ -> ownTable(difference).ifPresentOrElse(
                    table -> byTable.computeIfAbsent(table, _ -> new ArrayList<>()).add(difference),
                    () -> phases.cannot(difference, "SQLite has nothing of this kind"));
        }
    }

    private static Optional<TableName> ownTable(SchemaDifference difference) {
        return difference instanceof Changed(var actual, _, _) ? actual.owner() : difference.subject().owner();
    }

    /// What speaks of a table that is changed, dropped or renamed must not be there meanwhile.
    private void aroundChanges() {
        var names = new LinkedHashSet<String>();
        byTable.keySet().forEach(t -> names.add(t.name()));
        gone.forEach(t -> names.add(t.name().name()));
        comparison.renamed().forEach(o -> {
            if (o instanceof Operation.RenameTable(var table, var newName)) {
                names.addAll(List.of(table.name(), newName));
            } else if (o instanceof Operation.AlterColumn alter) {
                names.add(alter.table().name());
            }
        });
        for (var definition : dependence.around(comparison.actual().definitions().values(), names)) {
            dropped.add(definition);
            comparison.wanted().definitions().values().stream().filter(d -> d.key().equals(definition.key()))
                    .forEach(made::add);
        }
        // A table's own triggers go with it.
        dropped.removeIf(d -> d.table().filter(t -> gone.stream().anyMatch(g -> g.name().equals(t))).isPresent());
    }
}
