package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.IteratorValue;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `itertools`
final class Itertools {
    private Itertools() {}

    static Module module() {
        return new Members()
                .value("chain", BuiltinClasses.library("chain", BuiltinClasses.OBJECT, "*iterables",
                        given -> chain(given.rest().iterator()),
                        Map.of("from_iterable",
                                new Descriptor.StaticMethod(NativeFunction.of(
                                        "from_iterable", "iterable, /",
                                        given -> chain(given.get("iterable").iterator()))))))
                .function("count", "start=0, step=1", Itertools::count)
                .function("cycle", "iterable, /", Itertools::cycle)
                .function("repeat", "object, times=None", given -> {
                    var left = new int[]{given.given("times").map(Whole::index).orElse(Integer.MAX_VALUE)};
                    return lazily("repeat", () -> left[0]-- > 0 ? Optional.of(given.get("object")) : Optional.empty());
                })
                .function("islice", "iterable, start, stop=None, step=None, /", Itertools::cut)
                .function("product", "*iterables, repeat=1", Itertools::product)
                .function("permutations", "iterable, r=None",
                        given -> arrangements(given, (row, i) -> !row.contains(i)))
                .function("combinations", "iterable, r",
                        given -> arrangements(given, (row, i) -> row.isEmpty() || row.getLast() < i))
                .function("combinations_with_replacement", "iterable, r",
                        given -> arrangements(given, (row, i) -> row.isEmpty() || row.getLast() <= i))
                .function("groupby", "iterable, key=None", Itertools::groups)
                .function("zip_longest", "*iterables, fillvalue=None", Itertools::zipped)
                .function("accumulate", "iterable, func=None, *, initial=None", Itertools::accumulated)
                .function("starmap", "function, iterable, /", given -> {
                    var rows = given.get("iterable").iterator();
                    return lazily("starmap", () -> rows.hasNext()
                            ? Optional.of(given.get("function")
                                    .call(new Arguments(Builtins.elements(rows.next()), Map.of(), 0)))
                            : Optional.empty());
                })
                .function("takewhile", "predicate, iterable, /", Itertools::taken)
                .function("dropwhile", "predicate, iterable, /", Itertools::dropped)
                .function("filterfalse", "predicate, iterable, /", Itertools::refused)
                .function("pairwise", "iterable, /", Itertools::pairs)
                .function("batched", "iterable, n, /, strict=False", Itertools::batches)
                .function("compress", "data, selectors", Itertools::compressed)
                .function("tee", "iterable, n=2, /", given -> {
                    var elements = Builtins.elements(given.get("iterable"));
                    var copies = new ArrayList<Value>();
                    for (int i = 0; i < given.find("n").map(Whole::index).orElse(2); i++) {
                        Budget.room(9);
                        copies.add(new IteratorValue("tee", elements.iterator()));
                    }
                    return new Tuple(copies);
                })
                .module("itertools");
    }

    static Value lazily(String type, Supplier<Optional<Value>> source) {
        return new IteratorValue("itertools." + type, Loops.lazily(source));
    }

    private static Value chain(Iterator<Value> sources) {
        var open = new ArrayList<Iterator<Value>>();
        return lazily("chain", () -> {
            while (true) {
                Budget.time(1);
                if (!open.isEmpty() && open.getLast().hasNext()) {
                    return Optional.of(open.getLast().next());
                }
                open.clear();
                if (!sources.hasNext()) {
                    return Optional.empty();
                }
                open.add(sources.next().iterator());
            }
        });
    }

    private static Value count(Signature.Bound given) {
        var next = new Value[]{given.get("start", Whole.of(0))};
        var step = given.get("step", Whole.of(1));
        return lazily("count", () -> {
            var value = next[0];
            next[0] = Operations.operate(Operator.ADD, value, step);
            return Optional.of(value);
        });
    }

    private static Value cycle(Signature.Bound given) {
        var elements = Builtins.elements(given.get("iterable"));
        var index = new int[1];
        return lazily("cycle", () -> elements.isEmpty()
                ? Optional.empty()
                : Optional.of(elements.get(index[0]++ % elements.size())));
    }

    private static Value cut(Signature.Bound given) {
        boolean only = !given.has("stop");
        int start = only || given.get("start") == Nothing.NONE ? 0 : Whole.index(given.get("start"));
        var last = only ? given.get("start") : given.get("stop");
        int stop = last == Nothing.NONE ? Integer.MAX_VALUE : Whole.index(last);
        int step = given.given("step").map(Whole::index).orElse(1);
        if (start < 0 || stop < 0 || step < 1) {
            throw PythonFault.raised("ValueError",
                    "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        }
        var elements = given.get("iterable").iterator();
        var next = new int[]{0, start};
        return lazily("islice", () -> {
            while (next[1] < stop && elements.hasNext()) {
                Budget.time(1);
                var element = elements.next();
                if (next[0]++ == next[1]) {
                    next[1] = next[1] > Integer.MAX_VALUE - step ? Integer.MAX_VALUE : next[1] + step;
                    return Optional.of(element);
                }
            }
            return Optional.empty();
        });
    }

    private static Value product(Signature.Bound given) {
        var pools = new ArrayList<List<Value>>();
        int times = given.find("repeat").map(Whole::index).orElse(1);
        for (int i = 0; i < times; i++) {
            Budget.room(9);
            given.rest().forEach(source -> pools.add(Builtins.elements(source)));
        }
        var places = new int[pools.size()];
        var ended = new boolean[]{pools.stream().anyMatch(List::isEmpty)};
        return lazily("product", () -> {
            if (ended[0]) {
                return Optional.empty();
            }
            var row = new ArrayList<Value>();
            for (int i = 0; i < places.length; i++) {
                row.add(pools.get(i).get(places[i]));
            }
            Budget.room(row.size());
            int i = places.length - 1;
            while (i >= 0 && ++places[i] == pools.get(i).size()) {
                places[i--] = 0;
            }
            ended[0] = i < 0;
            return Optional.of(new Tuple(row));
        });
    }

    /// Which place may follow in a row.
    @FunctionalInterface
    private interface Following {
        boolean test(List<Integer> row, int next);
    }

    private static Value arrangements(Signature.Bound given, Following fits) {
        var pool = Builtins.elements(given.get("iterable"));
        int size = given.given("r").map(Whole::index).orElse(pool.size());
        var all = new Sequence(List.of());
        arrange(pool, size, fits, new ArrayList<>(), all);
        return new IteratorValue("itertools.arrangements", all.iterator());
    }

    private static void arrange(List<Value> pool, int size, Following fits, List<Integer> row, Sequence all) {
        Budget.time(1);
        if (row.size() == size) {
            var values = new ArrayList<Value>();
            row.forEach(i -> values.add(pool.get(i)));
            all.add(new Tuple(values));
            return;
        }
        Budget.time((long) pool.size() * row.size() >> 3);
        for (int i = 0; i < pool.size(); i++) {
            if (fits.test(row, i)) {
                row.add(i);
                arrange(pool, size, fits, row, all);
                row.removeLast();
            }
        }
    }

    private static Value groups(Signature.Bound given) {
        var key = given.get("key", Nothing.NONE);
        var groups = new Sequence(List.of());
        Value current = Nothing.NONE;
        Sequence open = null;
        for (var elements = given.get("iterable").iterator(); elements.hasNext();) {
            var element = elements.next();
            var of = key == Nothing.NONE ? element : key.call(Arguments.of(element));
            if (open == null || !Operations.same(of, current)) {
                open = new Sequence(List.of());
                current = of;
                groups.add(Tuple.of(of, open));
            }
            open.add(element);
        }
        groups.elements().replaceAll(group -> Tuple.of(group.item(Whole.of(0)),
                new IteratorValue("itertools._grouper", group.item(Whole.of(1)).iterator())));
        return new IteratorValue("itertools.groupby", groups.iterator());
    }

    private static Value zipped(Signature.Bound given) {
        var sources = Loops.iterators(given.rest());
        var fill = given.get("fillvalue", Nothing.NONE);
        return lazily("zip_longest", () -> {
            boolean more = false;
            for (var source : sources) {
                more |= source.hasNext();
            }
            if (!more) {
                return Optional.empty();
            }
            var row = new ArrayList<Value>();
            for (var source : sources) {
                row.add(source.hasNext() ? source.next() : fill);
            }
            return Optional.of(new Tuple(row));
        });
    }

    private static Value accumulated(Signature.Bound given) {
        var sums = new Sequence(List.of());
        var total = given.given("initial");
        total.ifPresent(sums::add);
        var function = given.given("func");
        for (var elements = given.get("iterable").iterator(); elements.hasNext();) {
            var element = elements.next();
            var before = total;
            var sum = before.isEmpty()
                    ? element
                    : function.map(f -> f.call(Arguments.of(before.get(), element)))
                            .orElseGet(() -> Operations.operate(Operator.ADD, before.get(), element));
            sums.add(sum);
            total = Optional.of(sum);
        }
        return new IteratorValue("itertools.accumulate", sums.iterator());
    }

    private static Value taken(Signature.Bound given) {
        var elements = given.get("iterable").iterator();
        return lazily("takewhile", () -> {
            if (!elements.hasNext()) {
                return Optional.empty();
            }
            var element = elements.next();
            return given.get("predicate").call(Arguments.of(element)).truth()
                    ? Optional.of(element)
                    : Optional.empty();
        });
    }

    private static Value dropped(Signature.Bound given) {
        var elements = given.get("iterable").iterator();
        var started = new boolean[1];
        return lazily("dropwhile", () -> {
            while (elements.hasNext()) {
                var element = elements.next();
                started[0] |= !given.get("predicate").call(Arguments.of(element)).truth();
                if (started[0]) {
                    return Optional.of(element);
                }
            }
            return Optional.empty();
        });
    }

    private static Value refused(Signature.Bound given) {
        var kept = new Sequence(List.of());
        for (var elements = given.get("iterable").iterator(); elements.hasNext();) {
            var element = elements.next();
            var test = given.get("predicate");
            if (!(test == Nothing.NONE ? element : test.call(Arguments.of(element))).truth()) {
                kept.add(element);
            }
        }
        return new IteratorValue("itertools.filterfalse", kept.iterator());
    }

    private static Value pairs(Signature.Bound given) {
        var elements = given.get("iterable").iterator();
        var last = new ArrayList<Value>();
        return lazily("pairwise", () -> {
            if (last.isEmpty() && elements.hasNext()) {
                last.add(elements.next());
            }
            return elements.hasNext()
                    ? Optional.of(Tuple.of(last.set(0, elements.next()), last.getFirst()))
                    : Optional.empty();
        });
    }

    private static Value batches(Signature.Bound given) {
        var elements = given.get("iterable").iterator();
        int size = Whole.index(given.get("n"));
        if (size < 1) {
            throw PythonFault.raised("ValueError", "n must be at least one");
        }
        return lazily("batched", () -> {
            var batch = new Sequence(List.of());
            while (batch.size() < size && elements.hasNext()) {
                batch.add(elements.next());
            }
            return batch.truth() ? Optional.of(new Tuple(batch.elements())) : Optional.empty();
        });
    }

    private static Value compressed(Signature.Bound given) {
        var elements = given.get("data").iterator();
        var selectors = given.get("selectors").iterator();
        return lazily("compress", () -> {
            while (elements.hasNext() && selectors.hasNext()) {
                var element = elements.next();
                if (selectors.next().truth()) {
                    return Optional.of(element);
                }
            }
            return Optional.empty();
        });
    }
}
