package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.jspecify.annotations.Nullable;

/// An object of a class of the file, or of one of Python's classes that are written like those. What the class doesn't
/// say itself, the value beneath says: the text of a class that extends `str`.
@SuppressWarnings("ReferenceEquality") // Python's objects are one or they are not.
public final class Instance implements Value {
    private final PythonClass type;
    private final @Nullable Value beneath;
    private final Map<String, Value> attributes = new LinkedHashMap<>();

    public Instance(PythonClass type) {
        this(type, null);
    }

    public Instance(PythonClass type, @Nullable Value beneath) {
        this.type = type;
        this.beneath = beneath;
    }

    public PythonClass type() {
        return type;
    }

    /// What was set on the object itself.
    public Map<String, Value> attributes() {
        return attributes;
    }

    /// Sets an attribute whatever the class says.
    public void keep(String name, Value value) {
        Budget.room(16);
        attributes.put(name, value);
    }

    /// A method of the class, such as `__eq__`, ready to be called.
    public Optional<Value> special(String name) {
        var member = type.member(name);
        return member == null
                ? Optional.empty()
                : Optional.of(member instanceof Descriptor descriptor ? descriptor.inObject(this, type) : member);
    }

    private Optional<Value> call(String name, Value... arguments) {
        return special(name).map(method -> method.call(Arguments.of(arguments)));
    }

    @Override
    public Value plain() {
        return beneath == null ? this : beneath;
    }

    @Override
    public String typeName() {
        return type.name();
    }

    @Override
    public Value attribute(String name) {
        var member = type.member(name);
        if (member instanceof Descriptor.Property property && !property.cached()) {
            return property.inObject(this, type);
        }
        var own = attributes.get(name);
        if (own != null) {
            return own;
        }
        if (member instanceof Descriptor.Property property) {
            var found = property.inObject(this, type);
            attributes.put(name, found);
            return found;
        }
        if (member != null) {
            return member instanceof Descriptor descriptor ? descriptor.inObject(this, type) : member;
        }
        return switch (name) {
            case "__class__" -> type;
            case "__dict__" -> Dictionary.of(attributes);
            case "__doc__", "__module__" -> type.attribute(name);
            default -> inherited(name);
        };
    }

    private Value inherited(String name) {
        if (beneath != null && !name.equals("__init__")) {
            try {
                return beneath.attribute(name);
            } catch (PythonFault fault) {
                if (!fault.type().equals("AttributeError")) {
                    throw fault;
                }
            }
        }
        var found = call("__getattr__", new Text(name));
        if (found.isPresent()) {
            return found.get();
        }
        if (name.startsWith("__") && beneath == null) {
            return ObjectMethods.of(this, name);
        }
        return Value.super.attribute(name);
    }

    @Override
    public void assign(String name, Value other) {
        var setter = call("__setattr__", new Text(name), other);
        if (setter.isPresent()) {
            return;
        }
        if (type.member(name) instanceof Descriptor.Property property && !property.cached()) {
            property.setter()
                    .orElseThrow(() -> PythonFault.raised("AttributeError",
                            "property '%s' of '%s' object has no setter".formatted(name, typeName())))
                    .call(Arguments.of(this, other));
            return;
        }
        keep(name, other);
    }

    @Override
    public void remove(String name) {
        if (attributes.remove(name) == null) {
            Value.super.remove(name);
        }
    }

    @Override
    public Value call(Arguments arguments) {
        return special("__call__").map(m -> m.call(arguments)).orElseGet(() -> Value.super.call(arguments));
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public boolean truth() {
        var truth = call("__bool__");
        if (truth.isPresent()) {
            return truth.get().truth();
        }
        var size = call("__len__");
        return size.isPresent() ? size.get().truth() : beneath == null || beneath.truth();
    }

    @Override
    public Iterator<Value> iterator() {
        var iterator = call("__iter__");
        if (iterator.isPresent()) {
            return iterator.get() instanceof Instance steps && steps.special("__next__").isPresent()
                    ? new Steps(() -> steps.call("__next__").orElseThrow())
                    : iterator.get().iterator();
        }
        if (special("__getitem__").isPresent()) {
            var index = new int[1];
            return new Steps(() -> {
                try {
                    return item(Whole.of(index[0]++));
                } catch (PythonFault fault) {
                    throw fault.type().equals("IndexError") ? PythonFault.raised("StopIteration", "") : fault;
                }
            });
        }
        return beneath == null ? Value.super.iterator() : beneath.iterator();
    }

    /// Elements that come one by one, until Python says that there is none.
    public static final class Steps implements Iterator<Value> {
        private final Supplier<Value> source;
        private @Nullable Value next;
        private boolean ended;

        public Steps(Supplier<Value> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                try {
                    next = source.get();
                } catch (PythonFault fault) {
                    if (!fault.type().equals("StopIteration")) {
                        throw fault;
                    }
                    ended = true;
                }
            }
            return next != null;
        }

        @Override
        public Value next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var value = next;
            next = null;
            return value;
        }
    }

    @Override
    public int size() {
        var size = call("__len__");
        return size.isPresent() ? Whole.index(size.get()) : beneath == null ? Value.super.size() : beneath.size();
    }

    @Override
    public boolean contains(Value element) {
        var answer = call("__contains__", element);
        return answer.isPresent()
                ? answer.get().truth()
                : beneath != null && special("__iter__").isEmpty()
                        ? beneath.contains(element)
                        : Value.super.contains(element);
    }

    @Override
    public Value item(Value key) {
        var item = call("__getitem__", key);
        if (item.isPresent()) {
            return item.get();
        }
        if (beneath instanceof Dictionary map && map.find(key) == null && special("__missing__").isPresent()) {
            return call("__missing__", key).orElseThrow();
        }
        return beneath == null ? Value.super.item(key) : beneath.item(key);
    }

    @Override
    public void assign(Value key, Value other) {
        if (call("__setitem__", key, other).isEmpty()) {
            if (beneath == null) {
                Value.super.assign(key, other);
            } else {
                beneath.assign(key, other);
            }
        }
    }

    @Override
    public void remove(Value key) {
        if (call("__delitem__", key).isEmpty()) {
            if (beneath == null) {
                Value.super.remove(key);
            } else {
                beneath.remove(key);
            }
        }
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return special(Specials.name(operator, "")).isPresent()
                ? known(call(Specials.name(operator, ""), right))
                : beneath == null ? Optional.empty() : beneath.operate(operator, right);
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return special(Specials.name(operator, "r")).isPresent()
                ? known(call(Specials.name(operator, "r"), left))
                : beneath == null ? Optional.empty() : beneath.operateReversed(operator, left);
    }

    @Override
    public Optional<Value> change(Operator operator, Value right) {
        return special(Specials.name(operator, "i")).isPresent()
                ? known(call(Specials.name(operator, "i"), right))
                : beneath == null
                        ? Optional.empty()
                        : beneath.change(operator, right).map(changed -> changed == beneath ? this : changed);
    }

    private static Optional<Value> known(Optional<Value> answer) {
        return answer.filter(a -> a != Marker.NOT_IMPLEMENTED);
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        if (comparator == Comparator.NOT_EQUAL && special("__ne__").isEmpty() && special("__eq__").isPresent()) {
            return known(call("__eq__", right)).map(equal -> Truth.of(!equal.truth()));
        }
        var name = Specials.name(comparator);
        return special(name).isPresent()
                ? known(call(name, right))
                : beneath == null ? Optional.empty() : beneath.compare(comparator, right);
    }

    @Override
    public Optional<Value> invert() {
        return call("__invert__").or(() -> Optional.ofNullable(beneath).flatMap(Value::invert));
    }

    @Override
    public Optional<Value> negate() {
        return call("__neg__").or(() -> Optional.ofNullable(beneath).flatMap(Value::negate));
    }

    @Override
    public Optional<Value> affirm() {
        return call("__pos__").or(() -> Optional.ofNullable(beneath).flatMap(Value::affirm));
    }

    @Override
    public Value enter() {
        return call("__enter__").orElseGet(Value.super::enter);
    }

    @Override
    public boolean exit(Optional<PythonFault> fault) {
        var exception = fault.map(ExceptionClasses::of);
        return call("__exit__", exception.<Value>map(BuiltinClasses::of).orElse(Nothing.NONE),
                exception.orElse(Nothing.NONE), Nothing.NONE).map(Value::truth).orElse(false);
    }

    @Override
    public String written() {
        var written = call("__repr__");
        return written.isPresent()
                ? Text.of(written.get(), "__repr__")
                : beneath == null ? Value.super.written() : beneath.written();
    }

    @Override
    public String shown() {
        var shown = call("__str__");
        return shown.isPresent()
                ? Text.of(shown.get(), "__str__")
                : beneath == null || special("__repr__").isPresent() && !(beneath instanceof Text)
                        ? written()
                        : beneath.shown();
    }

    @Override
    public String format(String specification) {
        var formatted = call("__format__", new Text(specification));
        return formatted.isPresent()
                ? Text.of(formatted.get(), "__format__")
                : beneath == null || specification.isEmpty() || special("__str__").isPresent()
                        ? Value.super.format(specification)
                        : beneath.format(specification);
    }

    @Override
    public boolean hashable() {
        if (type.member("__hash__") == Nothing.NONE) {
            return false;
        }
        return special("__hash__").isPresent()
                || special("__eq__").isEmpty() && (beneath == null || beneath.hashable());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Value value
                && compare(Comparator.EQUAL, value).map(Value::truth).orElse(false);
    }

    @Override
    public int hashCode() {
        var hash = hashable() ? call("__hash__") : Optional.<Value>empty();
        return hash.isPresent()
                ? hash.get().hashCode()
                : beneath == null ? System.identityHashCode(this) : beneath.hashCode();
    }
}
