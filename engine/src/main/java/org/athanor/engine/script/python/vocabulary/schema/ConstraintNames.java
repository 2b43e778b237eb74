package org.athanor.engine.script.python.vocabulary.schema;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.type.Name;

/// Names and columns of constraints, whatever their kind.
final class ConstraintNames {
    private ConstraintNames() {}

    static Constraint renamed(Constraint constraint, Optional<Name> name) {
        return switch (constraint) {
            case Constraint.PrimaryKey c -> new Constraint.PrimaryKey(name, c.columns(), c.timing(), c.settings());
            case Constraint.Unique c -> new Constraint.Unique(name, c.columns(), c.timing(), c.settings());
            case Constraint.ForeignKey c -> new Constraint.ForeignKey(name, c.columns(), c.target(), c.targetColumns(),
                    c.onDelete(), c.onUpdate(), c.match(), c.timing(), c.settings());
            case Constraint.Check c ->
                new Constraint.Check(name, c.condition(), c.ofType(), c.timing(), c.settings());
            case Constraint.Exclude c -> new Constraint.Exclude(name, c.elements(), c.using(), c.where(),
                    c.operatorClasses(), c.timing());
        };
    }

    static List<String> columns(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey c -> c.columns();
            case Constraint.Unique c -> c.columns();
            case Constraint.ForeignKey c -> c.columns();
            case Constraint.Check _,Constraint.Exclude _ -> List.of();
        };
    }

    /// What a naming convention calls the kind.
    static String convention(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey _ -> "pk";
            case Constraint.Unique _ -> "uq";
            case Constraint.ForeignKey _ -> "fk";
            case Constraint.Check _ -> "ck";
            case Constraint.Exclude _ -> "";
        };
    }
}
