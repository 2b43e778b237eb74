package org.athanor.engine.script.python.vocabulary.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.Name;

/// Makes constraints: `sa.UniqueConstraint("a", "b", name="…")` and its relatives.
public final class Constraints {
    private static final String COMMON = "name=None, deferrable=None, initially=None, info=None, comment=None,"
            + " _create_rule=None!, _type_bound=False, **dialect_kw";

    private Constraints() {}

    public static Value primaryKey() {
        return NativeFunction.of("PrimaryKeyConstraint", "*columns, " + COMMON, b -> {
            var given = new Given("PrimaryKeyConstraint()", b);
            return new ConstraintValue("PrimaryKeyConstraint",
                    new Constraint.PrimaryKey(given.name("name"), columns(given.function(), b.rest()), timing(given),
                            Settings.of(given.function(), b.namedRest(), Settings.PRIMARY_KEY)));
        });
    }

    public static Value unique() {
        return NativeFunction.of("UniqueConstraint", "*columns, " + COMMON, b -> {
            var given = new Given("UniqueConstraint()", b);
            var made = new ConstraintValue("UniqueConstraint",
                    new Constraint.Unique(given.name("name"), columns(given.function(), b.rest()), timing(given),
                            Settings.of(given.function(), b.namedRest(), Settings.UNIQUE)));
            return attached(made, b.rest());
        });
    }

    public static Value check() {
        return NativeFunction.of("CheckConstraint", "sqltext, name=None, deferrable=None, initially=None, table=None!,"
                + " info=None, comment=None, _create_rule=None!, _autoattach=True, _type_bound=False, **dialect_kw",
                b -> {
                    var given = new Given("CheckConstraint()", b);
                    return new ConstraintValue("CheckConstraint",
                            new Constraint.Check(given.name("name"), Conditions.of(given, "sqltext"), Optional.empty(),
                                    timing(given),
                                    Settings.of(given.function(), b.namedRest(), Settings.CHECKED)));
                });
    }

    public static Value foreignKey() {
        return NativeFunction.of("ForeignKeyConstraint", "columns, refcolumns, name=None, onupdate=None, ondelete=None,"
                + " deferrable=None, initially=None, use_alter=False, link_to_name=False, match=None, table=None!,"
                + " info=None, comment=None, **dialect_kw", Constraints::foreignKey);
    }

    private static Value foreignKey(Bound bound) {
        var given = new Given("ForeignKeyConstraint()", bound);
        var columns = columns(given.function(), elements(bound.get("columns")));
        var targets = new ArrayList<Target>();
        var targetColumns = new ArrayList<String>();
        for (var value : elements(bound.get("refcolumns"))) {
            var target = Target.of(value, given.function());
            targets.add(target);
            targetColumns.add(target.column());
        }
        if (columns.size() != targets.size()) {
            throw PythonFault.raised("ArgumentError",
                    "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.");
        }
        if (targets.isEmpty()) {
            throw PythonFault.raised("ArgumentError", "ForeignKeyConstraint() names no columns");
        }
        var table = targets.getFirst().table(Optional.empty());
        if (targets.size() > 1 && !targets.stream().allMatch(t -> t.table(Optional.empty()).equals(table))) {
            throw PythonFault.raised("ArgumentError",
                    "ForeignKeyConstraint(%s) refers to more than one table".formatted(String.join(", ", columns)));
        }
        var constraint = new Constraint.ForeignKey(given.name("name"), columns,
                table, targetColumns, given.optionalText("ondelete"), given.optionalText("onupdate"),
                given.optionalText("match"),
                timing(given),
                Settings.of(given.function(), bound.namedRest(), Settings.CHECKED));
        return new ConstraintValue("ForeignKeyConstraint", constraint, given.flag("use_alter"));
    }

    /// PostgreSQL's constraint that no two rows may meet.
    public static Value exclude() {
        return NativeFunction.of("ExcludeConstraint",
                "*elements, name=None, deferrable=None, initially=None, using=None,"
                        + " where=None, ops=None, info=None, **kw",
                b -> {
                    var given = new Given("ExcludeConstraint()", b);
                    return new ConstraintValue("ExcludeConstraint", exclude(given, given.name("name"), b.rest()));
                });
    }

    /// The constraint, whose elements are pairs of a column or an expression and an operator.
    public static Constraint.Exclude exclude(Given given, Optional<Name> name, List<Value> pairs) {
        return new Constraint.Exclude(name, pairs.stream().map(v -> element(given, v)).toList(),
                given.optionalText("using").orElse("gist"),
                given.bound().given("where").map(v -> Conditions.of(v, given.function())),
                Settings.texts(given, "ops"), timing(given));
    }

    private static Constraint.Exclude.Element element(Given given, Value pair) {
        var parts = elements(pair);
        if (parts.size() != 2 || Given.asText(parts.get(1)).isEmpty()) {
            throw given.wrong("elements", "pairs such as ('room', '=')", pair);
        }
        return new Constraint.Exclude.Element(Indexes.expression(parts.getFirst(), given.function()),
                Given.asText(parts.get(1)).get());
    }

    public static Timing timing(Given given) {
        return new Timing(given.optionalFlag("deferrable"), given.optionalText("initially"));
    }

    /// The names of columns that are given by name or as columns.
    public static List<String> columns(String function, List<Value> columns) {
        var names = new ArrayList<String>(columns.size());
        for (var value : columns) {
            names.add(value instanceof DefinedColumn column
                    ? column.columnName()
                    : Given.asText(value).orElseThrow(() -> PythonFault.raised("ArgumentError",
                            "%s takes the names of columns, not a value of type %s".formatted(function,
                                    value.typeName()))));
        }
        return names;
    }

    static List<Value> elements(Value list) {
        var elements = new ArrayList<Value>();
        list.iterator().forEachRemaining(elements::add);
        return elements;
    }

    /// A constraint over columns of a table belongs to that table at once.
    private static ConstraintValue attached(ConstraintValue constraint, List<Value> columns) {
        if (!columns.isEmpty() && columns.getFirst() instanceof DefinedColumn column) {
            column.table().ifPresent(t -> t.append(constraint));
        }
        return constraint;
    }
}
