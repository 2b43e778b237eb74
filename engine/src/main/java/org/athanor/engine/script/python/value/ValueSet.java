package org.athanor.engine.script.python.value;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `set` and `frozenset`. The elements stay in the order in which they came: Python promises none.
public final class ValueSet implements Value {
    private final Set<Value> elements;
    private final boolean frozen;

    private ValueSet(Set<Value> elements, boolean frozen) {
        this.elements = elements;
        this.frozen = frozen;
    }

    public static ValueSet of(Iterator<Value> elements, boolean frozen) {
        var set = new ValueSet(new LinkedHashSet<>(), frozen);
        while (elements.hasNext()) {
            set.add(elements.next());
        }
        return set;
    }

    /// The elements themselves: who changes them changes the value.
    public Set<Value> elements() {
        return elements;
    }

    public boolean isFrozen() {
        return frozen;
    }

    public void add(Value element) {
        Budget.room(16);
        elements.add(key(element));
    }

    /// The element as the set would hold it: 1 and True are one.
    Value key(Value element) {
        if (!element.hashable()) {
            Unresolved.refuse(element);
            throw PythonFault.raised("TypeError",
                    "unhashable type: '%s'".formatted(Dictionary.unhashable(element).typeName()));
        }
        if (element instanceof Truth truth && elements.contains(truth.whole())) {
            return truth.whole();
        }
        if ((element instanceof Whole || element instanceof Real) && !elements.contains(element)) {
            var truth = element.equals(Whole.of(1)) ? Truth.TRUE : element.equals(Whole.of(0)) ? Truth.FALSE : element;
            return elements.contains(truth) ? truth : element;
        }
        return element;
    }

    ValueSet copy() {
        Budget.room(elements.size());
        return new ValueSet(new LinkedHashSet<>(elements), frozen);
    }

    @Override
    public String typeName() {
        return frozen ? "frozenset" : "set";
    }

    @Override
    public Value attribute(String name) {
        return (frozen ? SetMethods.FROZEN : SetMethods.ALL).of(this, name);
    }

    @Override
    public boolean truth() {
        return !elements.isEmpty();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean contains(Value element) {
        return elements.contains(key(element instanceof ValueSet set && !set.frozen
                ? new ValueSet(set.elements, true)
                : element));
    }

    @Override
    public Iterator<Value> iterator() {
        var iterator = elements.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Value next() {
                try {
                    return iterator.next();
                } catch (ConcurrentModificationException _) {
                    throw PythonFault.raised("RuntimeError", "Set changed size during iteration");
                }
            }
        };
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (!(right.plain() instanceof ValueSet other)) {
            return right instanceof DictionaryView view && view.part() != DictionaryView.Part.VALUES
                    ? operate(operator, view.set())
                    : Optional.empty();
        }
        return switch (operator) {
            case OR -> Optional.of(united(other));
            case AND -> Optional.of(shared(other));
            case SUBTRACT -> Optional.of(without(other));
            case XOR -> Optional.of(without(other).united(other.without(this)));
            case ADD, MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO, POWER, MATRIX, SHIFT_LEFT, SHIFT_RIGHT ->
                Optional.empty();
        };
    }

    ValueSet united(ValueSet other) {
        var set = copy();
        other.elements.forEach(set::add);
        return set;
    }

    ValueSet shared(ValueSet other) {
        var set = copy();
        set.elements.removeIf(e -> !other.contains(e));
        return set;
    }

    ValueSet without(ValueSet other) {
        var set = copy();
        set.elements.removeIf(other::contains);
        return set;
    }

    @Override
    public Optional<Value> change(Operator operator, Value right) {
        if (frozen) {
            return Optional.empty();
        }
        return operate(operator, right).map(changed -> {
            var now = Sequence.of(changed.iterator()).elements();
            elements.clear();
            elements.addAll(now);
            return this;
        });
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        if (!(right.plain() instanceof ValueSet other)) {
            return Optional.empty();
        }
        return switch (comparator) {
            case EQUAL -> Optional.of(Truth.of(equals(other)));
            case NOT_EQUAL -> Optional.of(Truth.of(!equals(other)));
            case LESS -> Optional.of(Truth.of(size() < other.size() && other.holds(this)));
            case LESS_OR_EQUAL -> Optional.of(Truth.of(other.holds(this)));
            case GREATER -> Optional.of(Truth.of(size() > other.size() && holds(other)));
            case GREATER_OR_EQUAL -> Optional.of(Truth.of(holds(other)));
            case IS, IS_NOT, IN, NOT_IN -> Optional.empty();
        };
    }

    boolean holds(ValueSet other) {
        for (var element : other.elements) {
            if (!contains(element)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean hashable() {
        return frozen;
    }

    @Override
    public String written() {
        if (elements.isEmpty()) {
            return typeName() + "()";
        }
        var written = Budget.writing(this, typeName() + "(...)", () -> Written.elements("{", iterator(), "}"));
        return frozen ? "frozenset(" + written + ")" : written;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueSet set && set.size() == size() && holds(set);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }
}
