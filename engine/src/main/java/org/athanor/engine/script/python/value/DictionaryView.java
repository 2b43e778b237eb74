package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `keys()`, `values()` and `items()` of a dictionary: they follow its changes.
record DictionaryView(Part part, Dictionary of) implements Value {
    enum Part {
        KEYS("dict_keys"), VALUES("dict_values"), ITEMS("dict_items");

        private final String type;

        Part(String type) {
            this.type = type;
        }
    }

    @Override
    public String typeName() {
        return part.type;
    }

    @Override
    public Value attribute(String name) {
        return part == Part.VALUES ? Specials.of(this, typeName(), name) : SetMethods.VIEW.of(this, name);
    }

    @Override
    public boolean truth() {
        return of.truth();
    }

    @Override
    public int size() {
        return of.size();
    }

    @Override
    public boolean contains(Value element) {
        return part == Part.KEYS ? of.contains(element) : Value.super.contains(element);
    }

    @Override
    public Iterator<Value> iterator() {
        return switch (part) {
            case KEYS -> of.iterator();
            case VALUES -> Dictionary.checked(of.entries().values());
            case ITEMS -> items(Dictionary.checked(of.entries().entrySet()));
        };
    }

    private static Iterator<Value> items(Iterator<Map.Entry<Value, Value>> entries) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Value next() {
                var entry = entries.next();
                return Tuple.of(entry.getKey(), entry.getValue());
            }
        };
    }

    /// Views are compared and put together as sets.
    ValueSet set() {
        return ValueSet.of(iterator(), false);
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return part == Part.VALUES ? Optional.empty() : set().operate(operator, asSet(right));
    }

    private static Value asSet(Value value) {
        return value instanceof DictionaryView view ? view.set() : ValueSet.of(value.iterator(), false);
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return part != Part.VALUES && left instanceof ValueSet
                ? left.operate(operator, set())
                : Optional.empty();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return part != Part.VALUES && (right instanceof ValueSet || right instanceof DictionaryView)
                ? set().compare(comparator, asSet(right))
                : Optional.empty();
    }

    @Override
    public boolean hashable() {
        return part == Part.VALUES;
    }

    @Override
    public String written() {
        return typeName() + "(" + Sequence.of(iterator()).written() + ")";
    }
}
