package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.IteratorValue;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Sorting;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.jspecify.annotations.Nullable;

/// The built-in functions that go through elements.
final class Loops {
    private Loops() {}

    static void add(Map<String, Value> all) {
        Builtins.add(all, "iter", "object, sentinel=None, /", Loops::iter);
        Builtins.add(all, "next", "iterator, default=None, /", Loops::next);
        Builtins.add(all, "enumerate", "iterable, start=0", given -> new IteratorValue("enumerate",
                enumerated(given.get("iterable").iterator(), Whole.index(given.get("start", Whole.of(0))))));
        Builtins.add(all, "zip", "*iterables, strict=False", Loops::zip);
        Builtins.add(all, "map", "function, *iterables", Loops::map);
        Builtins.add(all, "filter", "function, iterable, /", given -> new IteratorValue("filter",
                filtered(given.get("function"), given.get("iterable").iterator())));
        Builtins.add(all, "reversed", "sequence, /", Loops::reversed);
        Builtins.add(all, "sorted", "iterable, /, *, key=None, reverse=False",
                given -> new Sequence(Sorting.sorted(given.get("iterable").iterator(), given.get("key", Nothing.NONE),
                        given.get("reverse", Truth.FALSE).truth())));
        Builtins.add(all, "any", "iterable, /", given -> Truth.of(first(given.get("iterable"), true)));
        Builtins.add(all, "all", "iterable, /", given -> Truth.of(!first(given.get("iterable"), false)));
        Builtins.add(all, "min", "*args, key=None, default=None", given -> extreme("min", given));
        Builtins.add(all, "max", "*args, key=None, default=None", given -> extreme("max", given));
    }

    private static Value iter(Signature.Bound given) {
        var object = given.get("object");
        if (given.find("sentinel").isPresent()) {
            return new IteratorValue("callable_iterator", new Instance.Steps(() -> {
                var value = object.call(Arguments.of());
                if (Operations.equal(value, given.get("sentinel"))) {
                    throw PythonFault.raised("StopIteration", "");
                }
                return value;
            }));
        }
        var iterator = object.iterator();
        return iterator instanceof Value value ? value : new IteratorValue("iterator", iterator);
    }

    private static Value next(Signature.Bound given) {
        var iterator = given.get("iterator");
        if (iterator instanceof Iterator<?> steps) {
            if (steps.hasNext()) {
                return (Value) steps.next();
            }
            return given.find("default").orElseGet(() -> iterator.attribute("__next__").call(Arguments.of()));
        }
        var next = Builtins.attribute(iterator, "__next__").orElseThrow(() -> PythonFault.raised("TypeError",
                "'%s' object is not an iterator".formatted(iterator.typeName())));
        try {
            return next.call(Arguments.of());
        } catch (PythonFault fault) {
            if (fault.type().equals("StopIteration") && given.has("default")) {
                return given.get("default");
            }
            throw fault;
        }
    }

    /// An iterator that is told its next element, or that there is none, when it is asked.
    abstract static class Lazily implements Iterator<Value> {
        private @Nullable Value next;
        private boolean ended;

        /// The next element; nothing at the end.
        abstract Optional<Value> following();

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                Budget.time(1);
                next = following().orElse(null);
                ended = next == null;
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

    /// An iterator out of a function that gives the next element.
    static Iterator<Value> lazily(Supplier<Optional<Value>> source) {
        return new Lazily() {
            @Override
            Optional<Value> following() {
                return source.get();
            }
        };
    }

    private static Iterator<Value> enumerated(Iterator<Value> elements, long start) {
        var index = new long[]{start};
        return lazily(() -> elements.hasNext()
                ? Optional.of(Tuple.of(Whole.of(index[0]++), elements.next()))
                : Optional.empty());
    }

    private static Value zip(Signature.Bound given) {
        boolean strict = given.get("strict", Truth.FALSE).truth();
        var sources = iterators(given.rest());
        return new IteratorValue("zip", lazily(() -> {
            var row = new ArrayList<Value>();
            for (var source : sources) {
                if (!source.hasNext()) {
                    if (strict && (!row.isEmpty() || sources.stream().anyMatch(Iterator::hasNext))) {
                        throw PythonFault.raised("ValueError", row.isEmpty()
                                ? "zip() argument 2 is longer than argument 1"
                                : "zip() argument %d is shorter than argument %s".formatted(row.size() + 1,
                                        row.size() == 1 ? "1" : "s 1-" + row.size()));
                    }
                    return Optional.empty();
                }
                row.add(source.next());
            }
            return row.isEmpty() ? Optional.empty() : Optional.of(new Tuple(row));
        }));
    }

    static List<Iterator<Value>> iterators(List<Value> values) {
        var iterators = new ArrayList<Iterator<Value>>();
        for (var value : values) {
            iterators.add(value.iterator());
        }
        return iterators;
    }

    private static Value map(Signature.Bound given) {
        var function = given.get("function");
        var sources = iterators(given.rest());
        if (sources.isEmpty()) {
            throw PythonFault.raised("TypeError", "map() must have at least two arguments.");
        }
        return new IteratorValue("map", lazily(() -> {
            var row = new ArrayList<Value>();
            for (var source : sources) {
                if (!source.hasNext()) {
                    return Optional.empty();
                }
                row.add(source.next());
            }
            return Optional.of(function.call(new Arguments(row, Map.of(), 0)));
        }));
    }

    static Iterator<Value> filtered(Value function, Iterator<Value> elements) {
        return lazily(() -> {
            while (elements.hasNext()) {
                Budget.time(1);
                var element = elements.next();
                if ((function == Nothing.NONE ? element : function.call(Arguments.of(element))).truth()) {
                    return Optional.of(element);
                }
            }
            return Optional.empty();
        });
    }

    private static Value reversed(Signature.Bound given) {
        var value = given.get("sequence");
        if (value instanceof Instance instance && instance.special("__reversed__").isPresent()) {
            return instance.attribute("__reversed__").call(Arguments.of());
        }
        var typeName = value.plain().typeName();
        if (typeName.equals("set") || typeName.equals("frozenset") || value instanceof IteratorValue
                || typeName.equals("generator")) {
            throw PythonFault.raised("TypeError", "'%s' object is not reversible".formatted(typeName));
        }
        var elements = Builtins.elements(value);
        return new IteratorValue("reversed", elements.reversed().iterator());
    }

    private static boolean first(Value elements, boolean wanted) {
        for (var iterator = elements.iterator(); iterator.hasNext();) {
            Budget.time(1);
            if (iterator.next().truth() == wanted) {
                return true;
            }
        }
        return false;
    }

    private static Value extreme(String name, Signature.Bound given) {
        if (given.rest().isEmpty()) {
            throw PythonFault.raised("TypeError", name + " expected at least 1 argument, got 0");
        }
        var elements = given.rest().size() == 1 ? given.rest().getFirst().iterator() : given.rest().iterator();
        var key = given.get("key", Nothing.NONE);
        Value best = null;
        Value bestKey = Nothing.NONE;
        while (elements.hasNext()) {
            Budget.time(1);
            var element = elements.next();
            var elementKey = key == Nothing.NONE ? element : key.call(Arguments.of(element));
            if (best == null || (name.equals("min")
                    ? Operations.less(elementKey, bestKey)
                    : Operations.less(bestKey, elementKey))) {
                best = element;
                bestKey = elementKey;
            }
        }
        if (best == null) {
            return given.find("default").orElseThrow(
                    () -> PythonFault.raised("ValueError", name + "() iterable argument is empty"));
        }
        return best;
    }
}
