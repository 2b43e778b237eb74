package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `tuple`.
public record Tuple(List<Value> elements) implements Value {
    public static final Tuple EMPTY = new Tuple(List.of());

    public Tuple {
        elements = List.copyOf(elements);
    }

    public static Tuple of(Value... elements) {
        return new Tuple(List.of(elements));
    }

    @Override
    public String typeName() {
        return "tuple";
    }

    @Override
    public Value attribute(String name) {
        Budget.time(size() >> 6);
        return SequenceMethods.TUPLE.of(this, name);
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
    public Iterator<Value> iterator() {
        return elements.iterator();
    }

    @Override
    public Value item(Value key) {
        return key instanceof Slice slice
                ? new Tuple(cut(elements, slice))
                : elements.get(Slice.index(key, elements.size(), "tuple"));
    }

    static List<Value> cut(List<Value> elements, Slice slice) {
        var range = slice.within(elements.size());
        var part = new ArrayList<Value>(range.count());
        range.forEach(i -> part.add(elements.get(i)));
        return part;
    }

    static List<Value> repeated(List<Value> elements, int times) {
        Budget.room((long) elements.size() * Math.max(0, times));
        var all = new ArrayList<Value>(elements.size() * Math.max(0, times));
        for (int i = 0; i < times; i++) {
            all.addAll(elements);
        }
        return all;
    }

    static List<Value> joined(List<Value> left, List<Value> right) {
        Budget.room((long) left.size() + right.size());
        var all = new ArrayList<Value>(left.size() + right.size());
        all.addAll(left);
        all.addAll(right);
        return all;
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (operator == Operator.ADD && right.plain() instanceof Tuple other) {
            return Optional.of(new Tuple(joined(elements, other.elements)));
        }
        return operator == Operator.MULTIPLY ? operateReversed(operator, right) : Optional.empty();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.MULTIPLY && Numbers.whole(left) != null
                ? Optional.of(new Tuple(repeated(elements, Whole.times(left))))
                : Optional.empty();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right.plain() instanceof Tuple other
                ? Operations.compare(comparator, iterator(), other.iterator())
                : Optional.empty();
    }

    /// A row of a database is a tuple, too.
    @Override
    public boolean equals(Object other) {
        return other instanceof Value value && value.plain() instanceof Tuple tuple && elements.equals(tuple.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public boolean hashable() {
        for (var element : elements) {
            if (!element.hashable()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String written() {
        return elements.size() == 1
                ? "(" + elements.getFirst().written() + ",)"
                : Written.elements("(", elements.iterator(), ")");
    }
}
