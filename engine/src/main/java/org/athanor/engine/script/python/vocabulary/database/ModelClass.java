package org.athanor.engine.script.python.vocabulary.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.expressions.MappedClass;
import org.athanor.engine.script.python.vocabulary.schema.DefinedColumn;
import org.athanor.engine.script.python.vocabulary.schema.DefinedTable;
import org.athanor.engine.script.python.vocabulary.schema.MetadataValue;
import org.jspecify.annotations.Nullable;

/// A class of the ORM that a revision declares with its table: `class User(Base): __tablename__ = "user"`. Columns are
/// known; relationships aren't read.
final class ModelClass implements MappedClass {
    private final LiveClass base;
    private final DefinedTable table;
    private final Map<String, DefinedColumn> columns;
    private final Map<String, Value> members;

    private ModelClass(LiveClass base, DefinedTable table, Map<String, DefinedColumn> columns,
            Map<String, Value> members) {
        this.base = base;
        this.table = table;
        this.columns = columns;
        this.members = members;
    }

    /// The class, if its body says which table and which columns it stands for.
    static Optional<Value> of(LiveClass base, MetadataValue metadata, Map<String, Value> body) {
        var columns = new LinkedHashMap<String, DefinedColumn>();
        if (body.get("__table__") instanceof DefinedTable table) {
            table.columns().forEach(c -> columns.put(c.columnName(), c));
            return Optional.of(new ModelClass(base, table, columns, body));
        }
        if (!(body.get("__tablename__") instanceof Text name)) {
            return Optional.empty();
        }
        var arguments = body.get("__table_args__");
        var table = new DefinedTable(new TableName(schema(arguments).or(metadata::schemaName), name.value()),
                metadata);
        body.forEach((attribute, member) -> {
            if (member instanceof DefinedColumn column) {
                if (!column.isNamed()) {
                    column.assign("name", new Text(attribute));
                }
                table.append(column);
                columns.put(attribute, column);
            }
        });
        return columns.isEmpty() ? Optional.empty() : Optional.of(new ModelClass(base, table, columns, body));
    }

    private static Optional<String> schema(@Nullable Value arguments) {
        var last = arguments instanceof Tuple tuple && tuple.truth() ? tuple.elements().getLast() : arguments;
        return last instanceof Dictionary options && options.find(new Text("schema")) instanceof Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    String name() {
        return base.name();
    }

    @Override
    public DefinedTable table() {
        return table;
    }

    Map<String, DefinedColumn> columns() {
        return columns;
    }

    /// The attributes that make up the key.
    List<String> key() {
        var keys = table.source().columns().stream().filter(c -> c.key()).map(c -> c.name()).toList();
        return columns.entrySet().stream().filter(e -> keys.contains(e.getValue().columnName())).map(Map.Entry::getKey)
                .toList();
    }

    Optional<Value> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String name) {
        var column = columns.get(name);
        if (column != null) {
            return column;
        }
        return switch (name) {
            case "__table__" -> table;
            case "__name__" -> new Text(base.name());
            default -> member(name).filter(m -> !(m instanceof LiveClass) && !(m instanceof LiveValue))
                    .orElseGet(() -> base.attribute(name));
        };
    }

    @Override
    public void assign(String name, Value other) {
        base.assign(name, other);
    }

    @Override
    public Value call(Arguments arguments) {
        if (members.containsKey("__init__")) {
            throw PythonFault.unreadable("A mapped class with an __init__() of its own isn't read");
        }
        var object = new ModelObject(this);
        arguments.named().forEach(object::assign);
        return object;
    }

    @Override
    public Optional<Value> extend(String child, Map<String, Value> body) {
        return Optional.of(new LiveClass(child, base.reason()));
    }

    @Override
    public Optional<Boolean> describes(Value other) {
        return Optional.of(other instanceof ModelObject object && object.type() == this);
    }

    @Override
    public String written() {
        return "<class '%s'>".formatted(base.name());
    }
}
