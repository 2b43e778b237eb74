package org.athanor.engine.script.python.value;

import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.jspecify.annotations.Nullable;

/// `dict` and what extends it in `collections`; it changes in place and keeps its order.
public final class Dictionary implements Value {
    private static final Set<String> CHANGES = Set.of("update", "setdefault", "pop", "popitem", "clear");

    private final Map<Value, Value> entries;
    private final Kind kind;
    private final Value factory;

    /// The dictionaries of Python's own library.
    public enum Kind {
        PLAIN("dict"), NAMES("dict"), ORDERED("OrderedDict"), DEFAULT("defaultdict"), COUNTER("Counter");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    public Dictionary(Map<Value, Value> entries) {
        this(entries, Kind.PLAIN, Nothing.NONE);
    }

    /// A dictionary with what makes the values that are missing; None makes none.
    public Dictionary(Map<Value, Value> entries, Kind kind, Value factory) {
        this.entries = new LinkedHashMap<>(entries);
        this.kind = kind;
        this.factory = factory;
    }

    /// A dictionary with texts as keys.
    public static Dictionary of(Map<String, ? extends Value> entries) {
        var dictionary = new Dictionary(Map.of());
        entries.forEach((key, value) -> dictionary.entries.put(new Text(key), value));
        return dictionary;
    }

    /// The entries themselves: who changes the map changes the value.
    public Map<Value, Value> entries() {
        return entries;
    }

    /// `globals()`: the names as they are, which nobody changes that way here.
    public Dictionary ofNames() {
        return new Dictionary(entries, Kind.NAMES, Nothing.NONE);
    }

    public Kind kind() {
        return kind;
    }

    /// What makes missing values.
    public Value factory() {
        return factory;
    }

    /// The key that stands for this one: as 1 and True are one, the first of them stays.
    private Value key(Value key) {
        if (key instanceof Text) {
            return key;
        }
        if (!key.hashable()) {
            Unresolved.refuse(key);
            throw PythonFault.raised("TypeError", "unhashable type: '%s'".formatted(unhashable(key).typeName()));
        }
        if (key instanceof Truth truth && entries.containsKey(truth.whole())) {
            return truth.whole();
        }
        if ((key instanceof Whole || key instanceof Real) && !entries.containsKey(key)) {
            var truth = key.equals(Whole.of(1)) ? Truth.TRUE : key.equals(Whole.of(0)) ? Truth.FALSE : key;
            return entries.containsKey(truth) ? truth : key;
        }
        return key;
    }

    static Value unhashable(Value key) {
        if (key instanceof Tuple tuple) {
            for (var element : tuple.elements()) {
                if (!element.hashable()) {
                    return unhashable(element);
                }
            }
        }
        return key;
    }

    public @Nullable Value find(Value key) {
        return entries.get(key(key));
    }

    public void put(Value key, Value value) {
        Budget.room(16);
        entries.put(key(key), value);
    }

    public Optional<Value> take(Value key) {
        return Optional.ofNullable(entries.remove(key(key)));
    }

    /// All entries of a mapping, or the pairs of whatever can be looped over.
    public void putAll(Value other) {
        if (other.plain() instanceof Dictionary map) {
            map.entries.forEach(this::put);
        } else if (other instanceof Instance instance && instance.special("keys").isPresent()) {
            var keys = instance.attribute("keys").call(Arguments.of()).iterator();
            while (keys.hasNext()) {
                var key = keys.next();
                put(key, other.item(key));
            }
        } else {
            putPairs(other.iterator());
        }
    }

    private void putPairs(Iterator<Value> pairs) {
        for (int i = 0; pairs.hasNext(); i++) {
            var pair = Sequence.of(pairs.next().iterator()).elements();
            if (pair.size() != 2) {
                throw PythonFault.raised("ValueError",
                        "dictionary update sequence element #%d has length %d; 2 is required".formatted(i,
                                pair.size()));
            }
            put(pair.get(0), pair.get(1));
        }
    }

    @Override
    public String typeName() {
        return kind.type;
    }

    @Override
    public Value attribute(String name) {
        if (CHANGES.contains(name)) {
            refuseNames();
        }
        return kind == Kind.COUNTER
                ? DictionaryMethods.COUNTER.of(this, name)
                : name.equals("default_factory") && kind == Kind.DEFAULT
                        ? factory
                        : name.equals("move_to_end") && kind == Kind.ORDERED
                                ? DictionaryMethods.ORDERED.of(this, name)
                                : DictionaryMethods.ALL.of(this, name);
    }

    @Override
    public boolean truth() {
        return !entries.isEmpty();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public boolean contains(Value element) {
        return find(element) != null;
    }

    @Override
    public Iterator<Value> iterator() {
        return checked(entries.keySet());
    }

    /// Python's error where the dictionary changes while somebody loops over it.
    static <T> Iterator<T> checked(Collection<T> of) {
        var elements = of.iterator();
        int size = of.size();
        return new Iterator<>() {
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (!ended && of.size() != size) {
                    throw PythonFault.raised("RuntimeError", "dictionary changed size during iteration");
                }
                ended = !elements.hasNext();
                return !ended;
            }

            @Override
            public T next() {
                try {
                    return elements.next();
                } catch (ConcurrentModificationException _) {
                    throw PythonFault.raised("RuntimeError", "dictionary changed size during iteration");
                }
            }
        };
    }

    @Override
    public Value item(Value key) {
        var value = find(key);
        if (value != null) {
            return value;
        }
        if (kind == Kind.COUNTER) {
            return Whole.of(0);
        }
        if (factory != Nothing.NONE) {
            var made = factory.call(Arguments.of());
            put(key, made);
            return made;
        }
        throw PythonFault.raised("KeyError", key.written(), ExceptionClasses.instance("KeyError", key));
    }

    private void refuseNames() {
        if (kind == Kind.NAMES) {
            throw PythonFault.unreadableFile("Names that are set through globals() or locals() aren't read");
        }
    }

    @Override
    public void assign(Value key, Value other) {
        refuseNames();
        put(key, other);
    }

    @Override
    public void remove(Value key) {
        refuseNames();
        if (take(key).isEmpty() && kind != Kind.COUNTER) {
            throw PythonFault.raised("KeyError", key.written(), ExceptionClasses.instance("KeyError", key));
        }
    }

    /// A dictionary of the same kind with the same entries.
    public Dictionary copy() {
        Budget.room(entries.size());
        return new Dictionary(entries, kind, factory);
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (!(right.plain() instanceof Dictionary other)) {
            return Optional.empty();
        }
        if (kind == Kind.COUNTER && other.kind == Kind.COUNTER && operator != Operator.OR) {
            return DictionaryMethods.counted(operator, this, other);
        }
        if (operator != Operator.OR) {
            return Optional.empty();
        }
        var both = copy();
        both.putAll(other);
        return Optional.of(both);
    }

    @Override
    public Optional<Value> change(Operator operator, Value right) {
        if (operator != Operator.OR || kind == Kind.COUNTER) {
            return Optional.empty();
        }
        putAll(right);
        return Optional.of(this);
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right.plain() instanceof Dictionary other
                ? Operations.decide(comparator, equals(other))
                : Optional.empty();
    }

    @Override
    public boolean hashable() {
        return false;
    }

    @Override
    public String written() {
        var plain = Budget.writing(this, "{...}", this::plainlyWritten);
        return switch (kind) {
            case PLAIN, NAMES -> plain;
            case ORDERED -> entries.isEmpty() ? "OrderedDict()" : "OrderedDict(%s)".formatted(pairsWritten());
            case DEFAULT -> "defaultdict(%s, %s)".formatted(factory.written(), plain);
            case COUNTER -> entries.isEmpty() ? "Counter()" : DictionaryMethods.mostCommonWritten(this);
        };
    }

    private String plainlyWritten() {
        var out = new StringBuilder("{");
        entries.forEach((key, value) -> {
            var entry = (out.length() > 1 ? ", " : "") + key.written() + ": " + value.written();
            Budget.room(entry.length());
            out.append(entry);
        });
        return out.append('}').toString();
    }

    /// As the Python of the time writes it: a list of pairs before 3.12, and that is what most print.
    private String pairsWritten() {
        return Budget.writing(this, "...", () -> {
            var pairs = new Sequence(List.of());
            entries.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
            return pairs.written();
        });
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Dictionary map) || map.entries.size() != entries.size()) {
            return false;
        }
        for (var entry : entries.entrySet()) {
            var value = map.find(entry.getKey());
            if (value == null || !Operations.same(entry.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
