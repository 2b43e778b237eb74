package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// Tables so that each comes after those that its foreign keys point at, as far as they don't go round in a circle.
final class TableOrder {
    private TableOrder() {}

    static List<Table> parentsFirst(List<Table> tables) {
        var waiting = new ArrayList<>(tables);
        var ordered = new ArrayList<Table>();
        Set<TableName> open = new HashSet<>();
        tables.forEach(t -> open.add(t.name()));
        while (!waiting.isEmpty()) {
            var next = waiting.stream().filter(t -> targets(t).stream().noneMatch(open::contains)).findFirst()
                    .orElse(waiting.getFirst());
            waiting.remove(next);
            open.remove(next.name());
            ordered.add(next);
        }
        return ordered;
    }

    private static List<TableName> targets(Table table) {
        return table.constraints().stream().filter(Constraint.ForeignKey.class::isInstance)
                .map(c -> ((Constraint.ForeignKey) c).target()).filter(t -> !t.equals(table.name())).toList();
    }
}
