package org.athanor.engine.script.python.vocabulary.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.operation.RebuildOptions;
import org.athanor.engine.operation.RebuildOptions.Position;
import org.athanor.engine.operation.RebuildOptions.Recreate;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.schema.DefinedColumn;
import org.athanor.engine.script.python.vocabulary.schema.DefinedTable;
import org.athanor.engine.script.python.vocabulary.schema.MetadataValue;
import org.athanor.engine.script.python.vocabulary.schema.NamingConvention;
import org.athanor.engine.script.python.vocabulary.schema.Settings;
import org.athanor.engine.script.python.vocabulary.schema.TableModel;

/// What `op.batch_alter_table` is told about the rebuild.
record BatchOptions(Recreate recreate, Optional<Table> copyFrom, Set<String> undecided, Table additions,
        Table reflected,
        Map<String, Setting> settings, Map<String, String> conventions, List<List<String>> orders) {
    static final String PARAMETERS = "table_name, schema=None, recreate='auto', partial_reordering=None, copy_from=None,"
            + " table_args=(), table_kwargs={}, reflect_args=(), reflect_kwargs={}, naming_convention=None";

    static BatchOptions of(Given given, TableName table, String product) {
        var undecided = given.bound().given("copy_from").orElse(null) instanceof DefinedTable described
                ? described.undecided()
                : Set.<String>of();
        return new BatchOptions(recreate(given), copyFrom(given, product), undecided,
                table(given, "table_args", table, product), table(given, "reflect_args", table, product),
                settings(given), conventions(given), orders(given));
    }

    RebuildOptions with(Map<String, Position> positions, List<Placed> changes) {
        var copied = copyFrom.map(t -> t.withColumns(t.columns().stream()
                .map(c -> undecided.contains(c.name()) && isNewKey(c, changes) ? c.required() : c).toList()));
        return new RebuildOptions(recreate, copied, additions.columns(), additions.constraints(), settings,
                reflected.columns(), conventions, orders, positions);
    }

    private static boolean isNewKey(Column column, List<Placed> changes) {
        return changes.stream()
                .anyMatch(change -> change.operation() instanceof Operation.AddConstraint(_, Constraint.PrimaryKey key)
                        && key.columns().contains(column.name()));
    }

    private static Recreate recreate(Given given) {
        var text = given.optionalText("recreate").orElse("auto");
        return switch (text) {
            case "auto" -> Recreate.AUTO;
            case "always" -> Recreate.ALWAYS;
            case "never" -> Recreate.NEVER;
            default -> throw PythonFault.raised("ValueError",
                    "recreate may be one of 'auto', 'always', or 'never'.");
        };
    }

    private static Optional<Table> copyFrom(Given given, String product) {
        return given.bound().given("copy_from").map(v -> {
            if (v instanceof DefinedTable table) {
                return TableModel.of(table, product);
            }
            throw given.wrong("copy_from", "a Table", v);
        });
    }

    /// Columns and constraints that are listed, as a table of their own.
    private static Table table(Given given, String parameter, TableName name, String product) {
        var items = given.bound().given(parameter);
        if (items.isEmpty()) {
            return Table.named(name);
        }
        var table = new DefinedTable(name, new MetadataValue(Optional.empty(), NamingConvention.DEFAULT));
        items.get().iterator().forEachRemaining(i -> table.append(free(i)));
        return TableModel.ofParts(table, product);
    }

    private static Value free(Value item) {
        return item instanceof DefinedColumn column && column.table().isPresent() ? column.copy() : item;
    }

    private static Map<String, Setting> settings(Given given) {
        given.bound().given("reflect_kwargs").ifPresent(v -> {
            if (!(v instanceof Dictionary empty) || !empty.entries().isEmpty()) {
                throw PythonFault.unreadable(given.function()
                        + ": reflect_kwargs (such as listeners) isn't read; describe the columns with reflect_args");
            }
        });
        var named = given.bound().given("table_kwargs");
        if (named.isEmpty() || !(named.get() instanceof Dictionary dictionary)) {
            return Map.of();
        }
        return Settings.of(given.function(), Settings.named(dictionary), Settings.TABLE);
    }

    private static Map<String, String> conventions(Given given) {
        return given.bound().given("naming_convention").map(v -> NamingConvention.patterns(v, given.function()))
                .orElse(Map.of());
    }

    private static List<List<String>> orders(Given given) {
        var orders = new ArrayList<List<String>>();
        given.bound().given("partial_reordering").ifPresent(v -> v.iterator().forEachRemaining(o -> {
            var order = new ArrayList<String>();
            o.iterator().forEachRemaining(c -> order.add(Given.asText(c)
                    .orElseThrow(() -> given.wrong("partial_reordering", "tuples of the names of columns", c))));
            orders.add(order);
        }));
        return orders;
    }
}
