package org.athanor.engine.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;

/// Constraints that come, go and change; foreign keys go before the keys that they point at, and come after them.
final class PostgreSqlKeyRemedy {
    private final Comparison comparison;
    private final PostgreSqlNames names;
    private final Phases phases;
    private final Map<Constraint, TableName> lostKeys = new LinkedHashMap<>();

    PostgreSqlKeyRemedy(Comparison comparison, PostgreSqlNames names, Phases phases) {
        this.comparison = comparison;
        this.names = names;
        this.phases = phases;
    }

    void make(TableName table, Constraint constraint) {
        phases.add(constraint instanceof ForeignKey ? Phase.FOREIGN_KEYS : Phase.CONSTRAINTS,
                new Operation.AddConstraint(table, constraint));
    }

    void take(TableName table, Constraint constraint) {
        drop(table, constraint);
        if (constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique) {
            lostKeys.put(constraint, table);
        }
    }

    void drop(TableName table, Constraint constraint) {
        phases.add(constraint instanceof ForeignKey ? Phase.DROPPED_FOREIGN_KEYS : Phase.DROPPED_CONSTRAINTS,
                new Operation.DropConstraint(table, constraint.name(), Optional.of(constraint.kind()), false));
    }

    void change(Changed changed, TableName table, Constraint before, Constraint after) {
        if (changed.isOnly(Aspect.NAME)) {
            phases.add(Phase.RENAMES, "ALTER TABLE %s RENAME CONSTRAINT %s TO %s".formatted(names.qualified(table),
                    names.quoted(text(before)), names.quoted(text(after))));
            return;
        }
        take(table, before);
        make(table, after);
    }

    private static String text(Constraint constraint) {
        return constraint.name().map(Name::text).orElse("");
    }

    /// Foreign keys that stay go and come again around a key that they point at.
    void followChangedKeys() {
        for (var table : comparison.actual().tables().values()) {
            for (var constraint : table.constraints()) {
                if (constraint instanceof ForeignKey key && pointsAtLost(key) && stays(table.name(), key)) {
                    drop(table.name(), key);
                    make(table.name(), key);
                }
            }
        }
    }

    private boolean pointsAtLost(ForeignKey key) {
        return lostKeys.entrySet().stream().anyMatch(e -> e.getValue().equals(key.target())
                && columns(e.getKey()).containsAll(key.targetColumns()));
    }

    private static List<String> columns(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.columns();
            case Constraint.Unique unique -> unique.columns();
            case ForeignKey _,Constraint.Check _,Constraint.Exclude _ -> List.of();
        };
    }

    private boolean stays(TableName table, ForeignKey key) {
        return comparison.differences().stream().noneMatch(d -> switch (d) {
            case SchemaDifference.Extra(Part.OfTable(var t)) -> t.name().equals(table);
            case SchemaDifference.Extra(Part.OfConstraint(var t, var c)) -> t.equals(table) && c.equals(key);
            case Changed(Part.OfConstraint(var t, var c), _, _) -> t.equals(table) && c.equals(key);
            case SchemaDifference.Extra _,SchemaDifference.Missing _,Changed _ -> false;
        });
    }
}
