package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// A value of Python. What a kind of value can't do answers with Python's own error. `equals` and `hashCode` are those
/// of Python: values may be keys of a dictionary.
public interface Value {
    /// `str`, `Column`: what Python calls the kind.
    String typeName();

    /// `value.name`
    default Value attribute(String name) {
        throw PythonFault.raised("AttributeError", "'%s' object has no attribute '%s'".formatted(typeName(), name));
    }

    /// `value.name = other`
    default void assign(String name, Value other) {
        throw PythonFault.raised("AttributeError", "'%s' object has no attribute '%s'".formatted(typeName(), name));
    }

    /// `value(…)`
    default Value call(Arguments arguments) {
        throw PythonFault.raised("TypeError", "'%s' object is not callable".formatted(typeName()));
    }

    /// `if value:`
    default boolean truth() {
        return true;
    }

    /// `for … in value`
    default Iterator<Value> iterator() {
        throw PythonFault.raised("TypeError", "'%s' object is not iterable".formatted(typeName()));
    }

    /// `value[key]`
    default Value item(Value key) {
        throw PythonFault.raised("TypeError", "'%s' object is not subscriptable".formatted(typeName()));
    }

    /// `value[key] = other`
    default void assign(Value key, Value other) {
        throw PythonFault.raised("TypeError", "'%s' object does not support item assignment".formatted(typeName()));
    }

    /// `value + right` and the like; nothing where this kind of value doesn't know the other.
    default Optional<Value> operate(Operator operator, Value right) {
        return Optional.empty();
    }

    /// `left + value`, where the left one didn't know.
    default Optional<Value> operateReversed(Operator operator, Value left) {
        return Optional.empty();
    }

    /// `value < right` and the like; nothing where this kind of value doesn't know the other.
    default Optional<Value> compare(Comparator comparator, Value right) {
        return Optional.empty();
    }

    /// `-value`, `+value`, `~value`; `not` asks for the truth.
    default Optional<Value> invert() {
        return Optional.empty();
    }

    default Optional<Value> negate() {
        return Optional.empty();
    }

    /// `with value as …`: what is bound.
    default Value enter() {
        throw PythonFault.raised("AttributeError", "'%s' object has no attribute '__enter__'".formatted(typeName()));
    }

    /// The end of a `with` block; true swallows the fault.
    default boolean exit(Optional<PythonFault> fault) {
        return false;
    }

    /// `repr(value)`
    default String written() {
        return "<%s object>".formatted(typeName());
    }

    /// `str(value)`
    default String shown() {
        return written();
    }
}
