package org.athanor.engine.script.python.vocabulary.operations;

import java.util.Map;
import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.schema.Conditions;
import org.athanor.engine.script.python.vocabulary.schema.Constraints;
import org.athanor.engine.script.python.vocabulary.schema.Settings;

/// Adds and drops constraints.
final class ConstraintDirectives {
    static final String TIMING = "deferrable=None, initially=None";
    static final String REFERENCE = "onupdate=None, ondelete=None, deferrable=None, initially=None, match=None";
    static final String MORE_REFERENCE = "referent_schema=None, use_alter=False, link_to_name=False, info=None, **dialect_kw";
    private static final Map<String, Constraint.Kind> KINDS = Map.of("primary", Constraint.Kind.PRIMARY_KEY, "unique",
            Constraint.Kind.UNIQUE, "foreignkey", Constraint.Kind.FOREIGN_KEY, "check", Constraint.Kind.CHECK);

    private final Place place;

    ConstraintDirectives(Place place) {
        this.place = place;
    }

    void primaryKey(Given given) {
        add(given, "table_name", new Constraint.PrimaryKey(given.name("constraint_name"), given.names("columns"),
                Constraint.Timing.UNSAID, Map.of()));
    }

    void unique(Given given) {
        add(given, "table_name", new Constraint.Unique(given.name("constraint_name"), given.names("columns"),
                Constraints.timing(given), Settings.of(given.function(), given.bound().namedRest(), Settings.UNIQUE)));
    }

    void check(Given given) {
        add(given, "table_name", new Constraint.Check(given.name("constraint_name"), Conditions.of(given, "condition"),
                Optional.empty(), Constraints.timing(given),
                Settings.of(given.function(), given.bound().namedRest(), Settings.CHECKED)));
    }

    void exclude(Given given) {
        add(given, "table_name", Constraints.exclude(given, given.name("constraint_name"), given.bound().rest()));
    }

    void foreignKey(Given given) {
        var columns = given.names("local_cols");
        var targets = given.names("remote_cols");
        if (columns.size() != targets.size()) {
            throw PythonFault.raised("ArgumentError",
                    "%s: %d columns refer to %d columns; there must be as many on both sides".formatted(
                            given.function(),
                            columns.size(), targets.size()));
        }
        var target = new TableName(given.optionalText("referent_schema"), given.text("referent_table"));
        add(given, "source_table", new Constraint.ForeignKey(given.name("constraint_name"), columns, target, targets,
                given.optionalText("ondelete"), given.optionalText("onupdate"), given.optionalText("match"),
                Constraints.timing(given), Settings.of(given.function(), given.bound().namedRest(), Settings.CHECKED)));
    }

    private void add(Given given, String tableParameter, Constraint constraint) {
        var table = place.table(given, tableParameter);
        place.constrain(new Operation.AddConstraint(table, place.conventions().named(constraint, table)),
                given.bound().line());
    }

    void drop(Given given) {
        var table = place.table(given, "table_name");
        var kind = given.optionalText("type_").map(t -> Optional.ofNullable(KINDS.get(t)).orElseThrow(() -> PythonFault
                .raised("TypeError", "'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None; not '%s'"
                        .formatted(t))));
        var name = given.name("constraint_name").orElseThrow(() -> PythonFault.raised("CompileError",
                ("%s: a constraint without a name can't be dropped; write the name that the constraint of table '%s' has in"
                        + " the database").formatted(given.function(), table)));
        place.constrain(new Operation.DropConstraint(table, Optional.of(name), kind, given.flag("if_exists")),
                given.bound().line());
    }
}
