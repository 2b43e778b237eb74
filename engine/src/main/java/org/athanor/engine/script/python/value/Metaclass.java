package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.Optional;

/// What a class does as a value, where that is more than to make objects: enumerations loop over their members.
public interface Metaclass {
    default Value call(PythonClass type, Arguments arguments) {
        return type.create(arguments);
    }

    default Iterator<Value> iterator(PythonClass type) {
        throw PythonFault.raised("TypeError", "'type' object is not iterable");
    }

    default int size(PythonClass type) {
        throw PythonFault.raised("TypeError", "object of type 'type' has no len()");
    }

    default boolean contains(PythonClass type, Value element) {
        throw PythonFault.raised("TypeError", "argument of type 'type' is not iterable");
    }

    /// `list[int]` is `list` here: types of elements are for the reader.
    default Value item(PythonClass type, Value key) {
        return type;
    }

    default Optional<Value> attribute(PythonClass type, String name) {
        return Optional.empty();
    }

    default boolean describes(PythonClass type, Value value) {
        return BuiltinClasses.of(value).isWithin(type);
    }

    /// A class of the file that extends such a class, once its body has run.
    default void finish(PythonClass type) {
        // Most classes are finished as they are.
    }

    /// What every class does.
    Metaclass PLAIN = new Metaclass() {
    };
}
