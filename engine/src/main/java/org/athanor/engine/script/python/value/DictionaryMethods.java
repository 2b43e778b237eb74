package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Operator;

/// The methods of `dict`, `OrderedDict` and `Counter`.
final class DictionaryMethods {
    static final Methods<Dictionary> ALL = all(Methods.of("dict"));
    static final Methods<Dictionary> ORDERED = all(Methods.<Dictionary>of("OrderedDict"))
            .with("move_to_end", "key, last=True", DictionaryMethods::moveToEnd)
            .with("popitem", "last=True", (d, a) -> popItem(d, a.get("last", Truth.TRUE).truth()));
    static final Methods<Dictionary> COUNTER = all(Methods.<Dictionary>of("Counter"))
            .with("most_common", "n=None", (d, a) -> mostCommon(d, a.given("n").map(Whole::index).orElse(-1)))
            .with("elements", "", (d, _) -> new IteratorValue("chain", repeated(d).iterator()))
            .with("total", "", (d, _) -> total(d))
            .with("update", "iterable=None, /, **kwds", (d, a) -> count(d, a, 1))
            .with("subtract", "iterable=None, /, **kwds", (d, a) -> count(d, a, -1));

    private DictionaryMethods() {}

    private static Methods<Dictionary> all(Methods<Dictionary> methods) {
        return methods
                .with("keys", "", (d, _) -> new DictionaryView(DictionaryView.Part.KEYS, d))
                .with("values", "", (d, _) -> new DictionaryView(DictionaryView.Part.VALUES, d))
                .with("items", "", (d, _) -> new DictionaryView(DictionaryView.Part.ITEMS, d))
                .with("get", "key, default=None, /", (d, a) -> {
                    var value = d.find(a.get("key"));
                    return value == null ? a.get("default", Nothing.NONE) : value;
                })
                .with("pop", "key, default=None, /", (d, a) -> d.take(a.get("key")).or(() -> a.find("default"))
                        .orElseThrow(() -> missing(a.get("key"))))
                .with("popitem", "", (d, _) -> popItem(d, true))
                .with("setdefault", "key, default=None, /", DictionaryMethods::setDefault)
                .with("update", "other=None, /, **kwargs", (d, a) -> {
                    a.find("other").ifPresent(d::putAll);
                    a.namedRest().forEach((key, value) -> d.put(new Text(key), value));
                    return Nothing.NONE;
                })
                .with("clear", "", (d, _) -> {
                    d.entries().clear();
                    return Nothing.NONE;
                })
                .with("copy", "", (d, _) -> d.copy())
                .with("fromkeys", "iterable, value=None, /", (_, a) -> fromKeys(a));
    }

    private static PythonFault missing(Value key) {
        return PythonFault.raised("KeyError", key.written(), ExceptionClasses.instance("KeyError", key));
    }

    private static Value setDefault(Dictionary map, Signature.Bound given) {
        var value = map.find(given.get("key"));
        if (value == null) {
            map.put(given.get("key"), given.get("default", Nothing.NONE));
            return given.get("default", Nothing.NONE);
        }
        return value;
    }

    private static Value fromKeys(Signature.Bound given) {
        var map = new Dictionary(Map.of());
        for (var keys = given.get("iterable").iterator(); keys.hasNext();) {
            map.put(keys.next(), given.get("value", Nothing.NONE));
        }
        return map;
    }

    private static Value popItem(Dictionary map, boolean last) {
        Map.Entry<Value, Value> found = null;
        for (var entry : map.entries().entrySet()) {
            found = entry;
            if (!last) {
                break;
            }
        }
        if (found == null) {
            throw PythonFault.raised("KeyError", "'popitem(): dictionary is empty'",
                    ExceptionClasses.instance("KeyError", new Text("popitem(): dictionary is empty")));
        }
        var pair = Tuple.of(found.getKey(), found.getValue());
        map.take(found.getKey());
        return pair;
    }

    private static Value moveToEnd(Dictionary map, Signature.Bound given) {
        var key = given.get("key");
        var value = map.take(key).orElseThrow(() -> missing(key));
        if (given.get("last", Truth.TRUE).truth()) {
            map.put(key, value);
        } else {
            var others = map.copy().entries();
            map.entries().clear();
            map.put(key, value);
            map.entries().putAll(others);
        }
        return Nothing.NONE;
    }

    private static Value count(Dictionary counter, Signature.Bound given, int sign) {
        given.given("iterable").ifPresent(v -> add(counter, v, sign));
        given.namedRest().forEach((key, value) -> add(counter, new Text(key), value, sign));
        return Nothing.NONE;
    }

    /// Counts the elements; a mapping holds counts already.
    static void add(Dictionary counter, Value elements, int sign) {
        if (elements.plain() instanceof Dictionary map) {
            map.entries().forEach((key, value) -> add(counter, key, value, sign));
            return;
        }
        for (var iterator = elements.iterator(); iterator.hasNext();) {
            add(counter, iterator.next(), Whole.of(1), sign);
        }
    }

    private static void add(Dictionary counter, Value key, Value more, int sign) {
        counter.put(key, Operations.operate(sign > 0 ? Operator.ADD : Operator.SUBTRACT, counter.item(key), more));
    }

    private static List<Map.Entry<Value, Value>> byCount(Dictionary counter) {
        var entries = new ArrayList<>(counter.entries().entrySet());
        entries.sort((a, b) -> Operations.order(b.getValue(), a.getValue()));
        return entries;
    }

    private static Value mostCommon(Dictionary counter, int count) {
        var pairs = new Sequence(List.of());
        for (var entry : byCount(counter)) {
            if (count >= 0 && pairs.size() >= count) {
                break;
            }
            pairs.add(Tuple.of(entry.getKey(), entry.getValue()));
        }
        return pairs;
    }

    static String mostCommonWritten(Dictionary counter) {
        var out = new StringBuilder("Counter({");
        for (var entry : byCount(counter)) {
            out.append(out.length() > 9 ? ", " : "").append(entry.getKey().written()).append(": ")
                    .append(entry.getValue().written());
        }
        return out.append("})").toString();
    }

    private static Value total(Dictionary counter) {
        Value total = Whole.of(0);
        for (var count : counter.entries().values()) {
            total = Operations.operate(Operator.ADD, total, count);
        }
        return total;
    }

    private static List<Value> repeated(Dictionary counter) {
        var all = new Sequence(List.of());
        counter.entries().forEach((key, count) -> {
            for (int i = Whole.index(count); i > 0; i--) {
                all.add(key);
            }
        });
        return all.elements();
    }

    static Optional<Value> counted(Operator operator, Dictionary left, Dictionary right) {
        if (operator != Operator.ADD && operator != Operator.SUBTRACT) {
            return Optional.empty();
        }
        var sum = left.copy();
        add(sum, right, operator == Operator.ADD ? 1 : -1);
        sum.entries().values().removeIf(count -> !Operations.less(Whole.of(0), count));
        return Optional.of(sum);
    }
}
