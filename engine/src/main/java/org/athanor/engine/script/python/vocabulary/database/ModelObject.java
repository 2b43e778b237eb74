package org.athanor.engine.script.python.vocabulary.database;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Descriptor.BoundMethod;
import org.athanor.engine.script.python.value.Descriptor.ClassMethod;
import org.athanor.engine.script.python.value.Descriptor.Property;
import org.athanor.engine.script.python.value.Descriptor.StaticMethod;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.schema.DefinedColumn;

/// An object of a mapped class: a row, or one that is to be.
final class ModelObject implements Value {
    private final Model type;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Value> others = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();

    ModelObject(Model type) {
        this.type = type;
    }

    Model type() {
        return type;
    }

    /// What the row holds.
    void load(String attribute, Value value) {
        values.put(attribute, value);
        changed.remove(attribute);
    }

    boolean has(String attribute) {
        return values.containsKey(attribute);
    }

    Value value(String attribute) {
        return values.getOrDefault(attribute, Nothing.NONE);
    }

    Set<String> changed() {
        return changed;
    }

    void clean() {
        changed.clear();
    }

    @Override
    public String typeName() {
        return type.name();
    }

    @Override
    public Value attribute(String name) {
        if (type.columns().containsKey(name)) {
            return value(name);
        }
        var own = others.get(name);
        if (own != null) {
            return own;
        }
        return switch (name) {
            case "__class__" -> type;
            case "__table__", "__tablename__" -> type.attribute(name);
            default -> type.member(name).map(this::bound).orElseGet(() -> Value.super.attribute(name));
        };
    }

    private Value bound(Value member) {
        return switch (member) {
            case StaticMethod method -> method.function();
            case ClassMethod method -> new BoundMethod(type, method.function());
            case Property property -> property.getter().call(Arguments.of(this));
            case Unknown unknown -> throw relationship(unknown.typeName());
            case DefinedColumn column -> value(column.columnName());
            default -> member.typeName().equals("function") ? new BoundMethod(this, member) : member;
        };
    }

    private static PythonFault relationship(String name) {
        return PythonFault.unreadable("%s: what belongs to a row isn't fetched here; query it".formatted(name));
    }

    @Override
    public void assign(String name, Value other) {
        if (!type.columns().containsKey(name)) {
            type.member(name).filter(Unknown.class::isInstance).ifPresent(_ -> {
                throw relationship(name);
            });
            others.put(name, other);
            return;
        }
        if (!values.containsKey(name) || !values.get(name).equals(other)) {
            changed.add(name);
        }
        values.put(name, other);
    }

    @Override
    public String written() {
        return "<%s object>".formatted(type.name());
    }
}
