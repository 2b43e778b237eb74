package org.athanor.engine.script.python.vocabulary.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// `sa.MetaData(…)`: the tables that a revision describes together.
public final class MetadataValue implements Value {
    private final Optional<String> schema;
    private final NamingConvention conventions;
    private Optional<String> lacking = Optional.empty();
    private final Map<TableName, DefinedTable> tables = new LinkedHashMap<>();

    public MetadataValue(Optional<String> schema, NamingConvention conventions) {
        this.schema = schema;
        this.conventions = conventions;
    }

    /// The tables of models of the ORM.
    public static MetadataValue ofModels() {
        return new MetadataValue(Optional.empty(), NamingConvention.DEFAULT);
    }

    /// A model whose table isn't known belongs to it, too.
    public void lacks(String model) {
        lacking = lacking.or(() -> Optional.of(model));
    }

    static Value maker() {
        return NativeFunction.of("MetaData",
                "schema=None, quote_schema=None!, naming_convention=None, info=None, **kw", b -> {
                    var given = new Given("MetaData()", b);
                    if (!b.namedRest().isEmpty()) {
                        throw PythonFault.raised("TypeError",
                                "MetaData.__init__() got an unexpected keyword argument '%s'"
                                        .formatted(b.namedRest().keySet().iterator().next()));
                    }
                    return new MetadataValue(given.bound().given("schema").flatMap(Given::asText),
                            NamingConvention.of(b.given("naming_convention"), given.function()));
                });
    }

    Optional<String> schema() {
        return schema;
    }

    /// The schema of tables that say none themselves.
    public Optional<String> schemaName() {
        return schema;
    }

    public NamingConvention conventions() {
        return conventions;
    }

    Optional<DefinedTable> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    List<DefinedTable> all() {
        return List.copyOf(tables.values());
    }

    void add(DefinedTable table) {
        tables.put(table.name(), table);
    }

    /// The tables, each behind those that it refers to.
    List<DefinedTable> sorted() {
        var waiting = new ArrayList<>(tables.values());
        var sorted = new ArrayList<DefinedTable>();
        while (!waiting.isEmpty()) {
            var ready = waiting.stream().filter(t -> waiting.stream().noneMatch(o -> !o.equals(t) && refers(t, o)))
                    .toList();
            if (ready.isEmpty()) {
                throw PythonFault.unreadable("the tables %s refer to each other in a circle".formatted(
                        waiting.stream().map(DefinedTable::tableName).toList()));
            }
            sorted.addAll(ready);
            waiting.removeAll(ready);
        }
        return sorted;
    }

    private static boolean refers(DefinedTable table, DefinedTable to) {
        return TableModel.of(table, "sqlite").constraints().stream()
                .anyMatch(c -> c instanceof Constraint.ForeignKey key
                        && key.target().equals(to.name()));
    }

    @Override
    public String typeName() {
        return "MetaData";
    }

    @Override
    public Value attribute(String member) {
        if (lacking.isPresent() && !member.equals("schema")) {
            throw PythonFault.unreadable(
                    "MetaData.%s: the table of the model %s isn't read".formatted(member, lacking.get()));
        }
        return switch (member) {
            case "schema" -> schema.<Value>map(Text::new).orElse(Nothing.NONE);
            case "tables" -> dictionary();
            case "sorted_tables" -> new Sequence(sorted());
            case "create_all" -> TableCommands.createAll(this);
            case "drop_all" -> TableCommands.dropAll(this);
            case "clear" -> NativeFunction.of(member, "", _ -> {
                tables.clear();
                return Nothing.NONE;
            });
            case "reflect" -> TableCommands.reflect(this);
            case "bind" -> Nothing.NONE;
            default -> Value.super.attribute(member);
        };
    }

    @Override
    public String written() {
        return schema.isEmpty() ? "MetaData()" : Value.super.written();
    }

    @Override
    public void assign(String member, Value value) {
        if (!member.equals("bind")) {
            Value.super.assign(member, value);
        }
    }

    private Value dictionary() {
        var entries = new LinkedHashMap<Value, Value>();
        tables.forEach((name, table) -> entries.put(new Text(name.toString()), table));
        return new Dictionary(entries);
    }
}
