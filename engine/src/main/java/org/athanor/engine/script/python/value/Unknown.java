package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// A value that isn't known here. To have it is no fault; whatever is done with it is, unless a kind of it says otherwise.
public interface Unknown extends Value {
    /// What to throw where the value is used.
    PythonFault used();

    @Override
    default Value attribute(String member) {
        throw used();
    }

    @Override
    default void assign(String member, Value other) {
        throw used();
    }

    @Override
    default void remove(String member) {
        throw used();
    }

    @Override
    default Value call(Arguments arguments) {
        throw used();
    }

    @Override
    default boolean truth() {
        throw used();
    }

    @Override
    default Iterator<Value> iterator() {
        throw used();
    }

    @Override
    default int size() {
        throw used();
    }

    @Override
    default boolean contains(Value element) {
        throw used();
    }

    @Override
    default Value item(Value key) {
        throw used();
    }

    @Override
    default void assign(Value key, Value other) {
        throw used();
    }

    @Override
    default void remove(Value key) {
        throw used();
    }

    @Override
    default Optional<Value> operate(Operator operator, Value right) {
        throw used();
    }

    @Override
    default Optional<Value> operateReversed(Operator operator, Value left) {
        throw used();
    }

    @Override
    default Optional<Value> compare(Comparator comparator, Value right) {
        throw used();
    }

    @Override
    default Optional<Value> invert() {
        throw used();
    }

    @Override
    default Optional<Value> negate() {
        throw used();
    }

    @Override
    default Optional<Value> affirm() {
        throw used();
    }

    @Override
    default Value enter() {
        throw used();
    }

    @Override
    default String written() {
        throw used();
    }

    @Override
    default String format(String specification) {
        throw used();
    }

    /// The first value in these that isn't known, also within containers.
    static Optional<Unknown> in(Iterable<Value> values) {
        return in(values, 3);
    }

    private static Optional<Unknown> in(Iterable<Value> values, int depth) {
        for (var value : values) {
            var found = switch (value) {
                case Unknown unknown -> Optional.of(unknown);
                case Sequence list when depth > 0 -> in(list.elements(), depth - 1);
                case Tuple tuple when depth > 0 -> in(tuple.elements(), depth - 1);
                case Dictionary map when depth > 0 -> in(map.entries().values(), depth - 1);
                default -> Optional.<Unknown>empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
