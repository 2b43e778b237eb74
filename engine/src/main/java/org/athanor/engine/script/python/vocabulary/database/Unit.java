package org.athanor.engine.script.python.vocabulary.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;
import org.athanor.engine.script.python.vocabulary.expressions.Queries;
import org.athanor.engine.script.python.vocabulary.live.RowValue;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.script.python.vocabulary.schema.SequenceValue;

/// The objects that a session knows, and what waits to be sent for them.
final class Unit {
    private final Connection bind;
    private final Map<Value, ModelObject> known = new HashMap<>();
    private final Set<ModelObject> added = new LinkedHashSet<>();
    private final Set<ModelObject> deleted = new LinkedHashSet<>();
    private boolean rolledBack;

    Unit(Connection bind) {
        this.bind = bind;
    }

    /// The object for a row: the same one for the same row.
    ModelObject object(Model type, Map<String, Value> row) {
        var key = key(type, row);
        var there = known.get(key);
        if (there != null) {
            row.forEach((name, value) -> {
                if (!there.changed().contains(name)) {
                    there.load(name, value);
                }
            });
            return there;
        }
        var object = new ModelObject(type);
        row.forEach(object::load);
        known.put(key, object);
        return object;
    }

    private static Value key(Model type, Map<String, Value> row) {
        var parts = new ArrayList<Value>();
        parts.add(type);
        type.key().forEach(k -> parts.add(row.getOrDefault(k, Nothing.NONE)));
        return new Tuple(parts);
    }

    Value add(Value value) {
        var object = object(value);
        if (!known.containsValue(object)) {
            added.add(object);
        }
        deleted.remove(object);
        return Nothing.NONE;
    }

    Value delete(Value value) {
        var object = object(value);
        if (!added.remove(object)) {
            deleted.add(object);
        }
        return Nothing.NONE;
    }

    private static ModelObject object(Value value) {
        if (value instanceof ModelObject object) {
            return object;
        }
        throw PythonFault.raised("UnmappedInstanceError", "Class '%s' is not mapped".formatted(value.typeName()));
    }

    /// Sends what waits: new rows, changed rows, rows that go.
    Value flush() {
        if (rolledBack) {
            throw PythonFault.unreadable("Session.rollback() takes back the step's transaction, and the file goes on");
        }
        var inserts = List.copyOf(added);
        added.clear();
        inserts.forEach(this::insert);
        List.copyOf(known.values()).stream().filter(o -> !o.changed().isEmpty() && !deleted.contains(o))
                .forEach(this::update);
        var deletes = List.copyOf(deleted);
        deleted.clear();
        deletes.forEach(this::remove);
        return Nothing.NONE;
    }

    private void insert(ModelObject object) {
        var type = object.type();
        var row = new LinkedHashMap<String, Value>();
        type.columns().forEach((attribute, column) -> {
            if (!object.has(attribute)) {
                column.presetValue().flatMap(Unit::made).ifPresent(v -> object.load(attribute, v));
            }
            if (object.has(attribute) && !(type.key().contains(attribute) && object.value(attribute) == Nothing.NONE)) {
                row.put(column.columnName(), object.value(attribute));
            }
        });
        var insert = type.table().attribute("insert").call(Arguments.of()).attribute("values")
                .call(Arguments.of(Dictionary.of(row)));
        var result = execute(insert);
        if (result.attribute("inserted_primary_key") instanceof RowValue key) {
            key.names().forEach(name -> attribute(type, name).ifPresent(a -> object.load(a, key.attribute(name))));
        }
        object.clean();
        var values = new HashMap<String, Value>();
        type.key().forEach(k -> values.put(k, object.value(k)));
        known.put(key(type, values), object);
    }

    /// What a column's `default=` gives for a row; nothing where the database makes it.
    private static Optional<Value> made(Value preset) {
        if (preset instanceof SequenceValue || preset instanceof ExpressionValue) {
            return Optional.empty();
        }
        return Optional.of(switch (preset.typeName()) {
            case "function", "builtin_function_or_method", "method", "type" -> preset.call(Arguments.of());
            default -> preset;
        });
    }

    private static Optional<String> attribute(Model type, String column) {
        return type.columns().entrySet().stream().filter(e -> e.getValue().columnName().equals(column))
                .map(Map.Entry::getKey).findFirst();
    }

    private void update(ModelObject object) {
        var type = object.type();
        var row = new LinkedHashMap<String, Value>();
        type.columns().forEach((attribute, column) -> {
            if (object.changed().contains(attribute)) {
                row.put(column.columnName(), object.value(attribute));
            }
        });
        var update = type.table().attribute("update").call(Arguments.of()).attribute("values")
                .call(Arguments.of(Dictionary.of(row)));
        execute(its(update, object));
        object.clean();
    }

    private void remove(ModelObject object) {
        execute(its(object.type().table().attribute("delete").call(Arguments.of()), object));
        known.values().remove(object);
    }

    private static Value its(Value statement, ModelObject object) {
        var type = object.type();
        if (type.key().isEmpty()) {
            throw PythonFault.unreadable("%s has no primary key".formatted(type.name()));
        }
        var columns = type.key().stream().map(k -> type.columns().get(k)).toList();
        return Queries.where(statement, type.table().source(),
                columns.stream().map(c -> c == null ? "" : c.columnName()).toList(),
                type.key().stream().map(object::value).toList());
    }

    Value execute(Value statement) {
        return Statements.execute(bind, statement, Optional.empty(), 0);
    }

    /// Objects keep what they have; nothing that waits is sent.
    Value forget() {
        known.clear();
        added.clear();
        deleted.clear();
        return Nothing.NONE;
    }

    /// In a revision that goes on afterwards this would end the step's transaction; one that fails anyway may do it.
    Value rollBack() {
        forget();
        rolledBack = true;
        return Nothing.NONE;
    }
}
