package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `list`; it changes in place.
public final class Sequence implements Value {
    private final List<Value> elements;

    public Sequence(List<? extends Value> elements) {
        this.elements = new ArrayList<>(elements);
    }

    public static Sequence of(Value... elements) {
        return new Sequence(List.of(elements));
    }

    /// The elements of whatever can be looped over.
    public static Sequence of(Iterator<Value> elements) {
        var list = new Sequence(List.of());
        while (elements.hasNext()) {
            list.add(elements.next());
        }
        return list;
    }

    /// The elements themselves: who changes the list changes the value.
    public List<Value> elements() {
        return elements;
    }

    public void add(Value element) {
        Budget.room(9);
        elements.add(element);
    }

    @Override
    public String typeName() {
        return "list";
    }

    @Override
    public Value attribute(String name) {
        Budget.time(size() >> 6);
        return SequenceMethods.LIST.of(this, name);
    }

    @Override
    public boolean truth() {
        return !elements.isEmpty();
    }

    @Override
    public int size() {
        return elements.size();
    }

    /// Goes by index, as Python's does: the list may change meanwhile.
    @Override
    public Iterator<Value> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < elements.size();
            }

            @Override
            public Value next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return elements.get(next++);
            }
        };
    }

    @Override
    public Value item(Value key) {
        return key instanceof Slice slice
                ? new Sequence(Tuple.cut(elements, slice))
                : elements.get(Slice.index(key, elements.size(), "list"));
    }

    @Override
    public void assign(Value key, Value other) {
        if (!(key instanceof Slice slice)) {
            elements.set(place(key, "assignment "), other);
            return;
        }
        var range = slice.within(elements.size());
        var values = of(other.iterator()).elements;
        if (range.step() == 1) {
            Budget.room(values.size());
            var part = elements.subList(range.from(), Math.max(range.from(), range.to()));
            part.clear();
            part.addAll(values);
            return;
        }
        if (values.size() != range.count()) {
            throw PythonFault.raised("ValueError", "attempt to assign sequence of size %d to extended slice of size %d"
                    .formatted(values.size(), range.count()));
        }
        var next = values.iterator();
        range.forEach(i -> elements.set(i, next.next()));
    }

    private int place(Value key, String deed) {
        try {
            return Slice.index(key, elements.size(), "list");
        } catch (PythonFault fault) {
            throw fault.type().equals("IndexError")
                    ? PythonFault.raised("IndexError", "list %sindex out of range".formatted(deed))
                    : fault;
        }
    }

    @Override
    public void remove(Value key) {
        if (key instanceof Slice slice) {
            var gone = new BitSet();
            slice.within(elements.size()).forEach(gone::set);
            var kept = new ArrayList<Value>();
            for (int i = 0; i < elements.size(); i++) {
                if (!gone.get(i)) {
                    kept.add(elements.get(i));
                }
            }
            elements.clear();
            elements.addAll(kept);
        } else {
            elements.remove(place(key, "assignment "));
        }
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (operator == Operator.ADD && right.plain() instanceof Sequence other) {
            return Optional.of(new Sequence(Tuple.joined(elements, other.elements)));
        }
        return operator == Operator.MULTIPLY ? operateReversed(operator, right) : Optional.empty();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.MULTIPLY && Numbers.whole(left) != null
                ? Optional.of(new Sequence(Tuple.repeated(elements, Whole.times(left))))
                : Optional.empty();
    }

    @Override
    public Optional<Value> change(Operator operator, Value right) {
        if (operator == Operator.ADD) {
            var more = of(right.iterator()).elements;
            Budget.room(more.size());
            elements.addAll(more);
            return Optional.of(this);
        }
        if (operator == Operator.MULTIPLY && Numbers.whole(right) != null) {
            var all = Tuple.repeated(elements, Whole.times(right));
            elements.clear();
            elements.addAll(all);
            return Optional.of(this);
        }
        return Optional.empty();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right.plain() instanceof Sequence other
                ? Operations.compare(comparator, iterator(), other.iterator())
                : Optional.empty();
    }

    @Override
    public boolean hashable() {
        return false;
    }

    @Override
    public String written() {
        return Budget.writing(this, "[...]", () -> Written.elements("[", iterator(), "]"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sequence list && elements.equals(list.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }
}
