package org.athanor.engine.script.python.vocabulary.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Descriptor.BoundMethod;
import org.athanor.engine.script.python.value.Descriptor.ClassMethod;
import org.athanor.engine.script.python.value.Descriptor.StaticMethod;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.SourceOfRows;
import org.athanor.engine.script.python.vocabulary.schema.DefinedColumn;
import org.athanor.engine.script.python.vocabulary.schema.DefinedTable;
import org.athanor.engine.script.python.vocabulary.schema.SchemaWords;

/// A model of the revision's own. The table it describes with plain columns is known, and so are the functions of its
/// class; its objects live on a live database.
final class Model implements Unknown, SourceOfRows {
    private final String name;
    private final ModelBase base;
    private final Map<String, Value> body;
    private Optional<DefinedTable> table = Optional.empty();
    private PythonFault obstacle;

    private Model(String name, ModelBase base, Map<String, Value> body) {
        this.name = name;
        this.base = base;
        this.body = new LinkedHashMap<>(body);
        this.obstacle = used();
    }

    /// The model, with its table as far as that can be told; tables that can't be leave the metadata incomplete.
    static Model of(String name, ModelBase base, Map<String, Value> body) {
        var model = new Model(name, base, body);
        try {
            model.table = model.described();
        } catch (PythonFault fault) {
            model.obstacle = fault;
        }
        if (model.table.isEmpty() && !model.isAbstract()) {
            base.metadata().lacks(name);
        }
        return model;
    }

    private boolean isAbstract() {
        return body.containsKey("__abstract__");
    }

    private Optional<DefinedTable> described() {
        if (body.get("__table__") instanceof DefinedTable given) {
            return Optional.of(given);
        }
        var tableName = Optional.ofNullable(body.get("__tablename__")).flatMap(Given::asText);
        if (tableName.isEmpty() || !base.simple() || isAbstract()) {
            return Optional.empty();
        }
        var positions = new ArrayList<Value>(List.of(new Text(tableName.get()), base.metadata()));
        body.forEach((key, value) -> column(key, value).ifPresent(positions::add));
        var named = new LinkedHashMap<String, Value>();
        arguments(body.getOrDefault("__table_args__", Nothing.NONE), positions, named);
        var made = SchemaWords.table().call(new Arguments(positions, named, 0));
        return made instanceof DefinedTable defined ? Optional.of(defined) : Optional.empty();
    }

    private Optional<Value> column(String key, Value value) {
        return switch (value) {
            case DefinedColumn column -> {
                var own = column.attribute("table") == Nothing.NONE ? column : column.copy();
                if (own.attribute("name") == Nothing.NONE) {
                    own.assign("name", new Text(key));
                }
                body.put(key, own);
                yield Optional.of(own);
            }
            case Mapping mapping when mapping.hasNoColumns() -> Optional.empty();
            case Unknown unknown -> throw unknown.used();
            default -> Optional.empty();
        };
    }

    /// `__table_args__`: options, or a tuple of constraints that may end with options.
    private static void arguments(Value told, List<Value> positions, Map<String, Value> named) {
        switch (told) {
            case Dictionary options -> options.entries().forEach((key, value) -> named.put(key.shown(), value));
            case Tuple items -> items.elements().forEach(item -> {
                if (item instanceof Dictionary) {
                    arguments(item, positions, named);
                } else {
                    positions.add(item);
                }
            });
            case Nothing _ -> {
                // Nothing is told.
            }
            default -> throw PythonFault.unreadable("__table_args__ is read as a tuple or a dictionary");
        }
    }

    @Override
    public PythonFault used() {
        return PythonFault.live("%s %s".formatted(name, base.reason()));
    }

    @Override
    public Value source() {
        return table.<Value>map(t -> t).orElseThrow(() -> obstacle);
    }

    String name() {
        return name;
    }

    /// The table, which must be known.
    DefinedTable table() {
        return table.orElseThrow(() -> obstacle);
    }

    /// The columns by the names that the model has for them.
    Map<String, DefinedColumn> columns() {
        var columns = new LinkedHashMap<String, DefinedColumn>();
        if (body.get("__table__") instanceof DefinedTable given) {
            given.columns().forEach(c -> columns.put(c.columnName(), c));
        }
        body.forEach((key, value) -> {
            if (value instanceof DefinedColumn column) {
                columns.put(key, column);
            }
        });
        return columns;
    }

    /// The attributes that make up the key.
    List<String> key() {
        var keys = table().source().columns().stream().filter(c -> c.key()).map(c -> c.name()).toList();
        return columns().entrySet().stream().filter(e -> keys.contains(e.getValue().columnName()))
                .map(Map.Entry::getKey).toList();
    }

    Optional<Value> member(String member) {
        return Optional.ofNullable(body.get(member));
    }

    @Override
    public Optional<Boolean> describes(Value other) {
        return Optional.of(other instanceof ModelObject object && object.type() == this);
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "__table__" -> source();
            case "__name__", "__qualname__" -> new Text(name);
            case "metadata" -> base.metadata();
            default -> own(member);
        };
    }

    private Value own(String member) {
        return switch (body.get(member)) {
            case null -> new LiveValue(name + "." + member, used().reason());
            case StaticMethod method -> method.function();
            case ClassMethod method -> new BoundMethod(this, method.function());
            case DefinedColumn column -> {
                source();
                yield new ModelColumn(name, member, column);
            }
            case Value value -> value;
        };
    }

    /// What is told to a model after its class is made describes it further.
    @Override
    public void assign(String member, Value other) {
        if (!(other instanceof Mapping mapping) || !mapping.hasNoColumns()) {
            throw used();
        }
        body.put(member, other);
    }

    @Override
    public Value call(Arguments arguments) {
        if (table.isEmpty()) {
            return new LiveValue(name, used().reason());
        }
        if (body.containsKey("__init__")) {
            throw PythonFault.unreadable("A mapped class with an __init__() of its own isn't read");
        }
        var object = new ModelObject(this);
        arguments.named().forEach(object::assign);
        return object;
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public boolean truth() {
        return true;
    }

    /// A model on top of another one: an abstract one gives what it has; else the two share rows.
    @Override
    public Optional<Value> extend(String child, Map<String, Value> more) {
        if (!isAbstract()) {
            base.metadata().lacks(child);
            return Optional.of(new LiveClass(child, used().reason()));
        }
        var all = new LinkedHashMap<>(more);
        body.forEach(all::putIfAbsent);
        if (!more.containsKey("__abstract__")) {
            all.remove("__abstract__");
        }
        return Optional.of(of(child, base, all));
    }
}
