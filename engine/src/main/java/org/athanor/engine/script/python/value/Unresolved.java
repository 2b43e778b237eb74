package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// A name whose value isn't known here, such as a module of the application. To have it is no fault; to use it is.
public record Unresolved(String name, String reason, int line) implements Value {
    /// The module that an import names.
    public static Unresolved module(String name, int line) {
        return new Unresolved(name, "%s (imported in line %d) isn't read here".formatted(name, line), line);
    }

    /// Nothing, if every one of the values is known.
    public static void refuse(Value value) {
        refuse(value, 3);
    }

    private static void refuse(Value value, int depth) {
        switch (value) {
            case Unresolved unresolved -> throw unresolved.used();
            case Sequence list when depth > 0 -> list.elements().forEach(v -> refuse(v, depth - 1));
            case Tuple tuple when depth > 0 -> tuple.elements().forEach(v -> refuse(v, depth - 1));
            case Dictionary map when depth > 0 -> map.entries().values().forEach(v -> refuse(v, depth - 1));
            default -> {
                // A value that is known.
            }
        }
    }

    /// What to throw where the value is used.
    public PythonFault used() {
        return PythonFault.unreadable(reason);
    }

    @Override
    public String typeName() {
        return name;
    }

    @Override
    public Value attribute(String member) {
        return new Unresolved(name + "." + member,
                reason.startsWith(name + " ") ? name + "." + member + reason.substring(name.length()) : reason, line);
    }

    @Override
    public void assign(String member, Value other) {
        throw used();
    }

    @Override
    public void remove(String member) {
        throw used();
    }

    @Override
    public Value call(Arguments arguments) {
        throw used();
    }

    @Override
    public boolean truth() {
        throw used();
    }

    @Override
    public Iterator<Value> iterator() {
        throw used();
    }

    @Override
    public int size() {
        throw used();
    }

    @Override
    public boolean contains(Value element) {
        throw used();
    }

    @Override
    public Value item(Value key) {
        throw used();
    }

    @Override
    public void assign(Value key, Value other) {
        throw used();
    }

    @Override
    public void remove(Value key) {
        throw used();
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        throw used();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        throw used();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        throw used();
    }

    @Override
    public Optional<Value> invert() {
        throw used();
    }

    @Override
    public Optional<Value> negate() {
        throw used();
    }

    @Override
    public Value enter() {
        throw used();
    }

    @Override
    public String written() {
        throw used();
    }

    @Override
    public String format(String specification) {
        throw used();
    }

    @Override
    public Optional<Value> extend(String child, Map<String, Value> body) {
        return Optional.of(new Unresolved(child, reason, line));
    }
}
