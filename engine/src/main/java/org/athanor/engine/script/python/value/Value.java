package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.Map;
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
        if (name.startsWith("__") && BuiltinClasses.isPlain(this)) {
            return Specials.of(this, typeName(), name);
        }
        throw missing(name);
    }

    /// `value.name = other`
    default void assign(String name, Value other) {
        throw missing(name);
    }

    /// `del value.name`
    default void remove(String name) {
        throw missing(name);
    }

    /// `value(…)`
    default Value call(Arguments arguments) {
        throw wrongType("'%s' object is not callable".formatted(typeName()));
    }

    /// `if value:`
    default boolean truth() {
        return true;
    }

    /// `for … in value`
    default Iterator<Value> iterator() {
        throw wrongType("'%s' object is not iterable".formatted(typeName()));
    }

    /// `len(value)`
    default int size() {
        throw wrongType("object of type '%s' has no len()".formatted(typeName()));
    }

    /// `element in value`
    default boolean contains(Value element) {
        var elements = iterator();
        while (elements.hasNext()) {
            if (Operations.same(elements.next(), element)) {
                return true;
            }
        }
        return false;
    }

    /// `value[key]`
    default Value item(Value key) {
        throw wrongType("'%s' object is not subscriptable".formatted(typeName()));
    }

    /// `value[key] = other`
    default void assign(Value key, Value other) {
        throw wrongType("'%s' object does not support item assignment".formatted(typeName()));
    }

    /// `del value[key]`
    default void remove(Value key) {
        throw wrongType("'%s' object doesn't support item deletion".formatted(typeName()));
    }

    /// `value + right` and the like; nothing where this kind of value doesn't know the other.
    default Optional<Value> operate(Operator operator, Value right) {
        return Optional.empty();
    }

    /// `left + value`, where the left one didn't know.
    default Optional<Value> operateReversed(Operator operator, Value left) {
        return Optional.empty();
    }

    /// `value += right`, where that changes the value in place.
    default Optional<Value> change(Operator operator, Value right) {
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

    default Optional<Value> affirm() {
        return Optional.empty();
    }

    /// `with value as …`: what is bound.
    default Value enter() {
        throw missing("__enter__");
    }

    /// The end of a `with` block; true swallows the fault.
    default boolean exit(Optional<PythonFault> fault) {
        return false;
    }

    /// `repr(value)`; unknown for what Python writes with an address, and for what has another text there.
    default String written() {
        throw PythonFault.unreadable("What Python writes for a '%s' isn't known here".formatted(typeName()));
    }

    /// `str(value)`
    default String shown() {
        return written();
    }

    /// `format(value, specification)`
    default String format(String specification) {
        if (specification.isEmpty()) {
            return shown();
        }
        throw wrongType("unsupported format string passed to %s.__format__".formatted(typeName()));
    }

    /// Whether the value may be a key.
    default boolean hashable() {
        return true;
    }

    /// The value beneath an object of a class that extends one of Python's own: the text of a member of
    /// `class Color(str, Enum)`. Other values are themselves.
    default Value plain() {
        return this;
    }

    /// `isinstance(other, value)`; nothing where it isn't known.
    default Optional<Boolean> describes(Value other) {
        return BuiltinClasses.isPlain(other) ? Optional.of(false) : Optional.empty();
    }

    /// Whether a call may have arguments that aren't known here, because it does nothing with them but pass them on.
    default boolean takesUnresolved() {
        return false;
    }

    /// `class name(value): body`, where the value is a class that is made elsewhere; nothing where it can't be extended.
    default Optional<Value> extend(String name, Map<String, Value> body) {
        return Optional.empty();
    }

    private PythonFault missing(String name) {
        return OtherAttributes.missing(this, name);
    }

    private static PythonFault wrongType(String reason) {
        return PythonFault.raised("TypeError", reason);
    }
}
