package org.athanor.engine.script.python.value;

import java.util.Collections;

/// The methods of `list`, `tuple` and `range`.
final class SequenceMethods {
    static final Methods<Sequence> LIST = reading(Methods.<Sequence>of("list"))
            .with("append", "object, /", (s, a) -> done(() -> s.add(a.get("object"))))
            .with("extend", "iterable, /", (s, a) -> done(() -> extend(s, a.get("iterable"))))
            .with("insert", "index, object, /", (s, a) -> done(() -> insert(s, a)))
            .with("pop", "index=-1, /", (s, a) -> pop(s, a.get("index", Whole.of(-1))))
            .with("remove", "value, /", (s, a) -> done(() -> remove(s, a.get("value"))))
            .with("clear", "", (s, _) -> done(() -> s.elements().clear()))
            .with("copy", "", (s, _) -> Sequence.of(s.iterator()))
            .with("reverse", "", (s, _) -> done(() -> Collections.reverse(s.elements())))
            .with("sort", "*, key=None, reverse=False", (s, a) -> done(() -> sort(s, a)));
    static final Methods<Tuple> TUPLE = reading(Methods.of("tuple"));
    static final Methods<Range> RANGE = reading(Methods.of("range"));

    private SequenceMethods() {}

    private static <T extends Value> Methods<T> reading(Methods<T> methods) {
        return methods
                .with("count", "value, /", (s, a) -> Whole.of(count(s, a.get("value"))))
                .with("index", "value, start=0, stop=None, /", SequenceMethods::index);
    }

    private static Value done(Runnable change) {
        change.run();
        return Nothing.NONE;
    }

    private static int count(Value sequence, Value wanted) {
        int count = 0;
        for (var elements = sequence.iterator(); elements.hasNext();) {
            count += Operations.same(elements.next(), wanted) ? 1 : 0;
        }
        return count;
    }

    private static Value index(Value sequence, Signature.Bound given) {
        var range = new Slice(given.get("start", Nothing.NONE), given.get("stop", Nothing.NONE), Nothing.NONE)
                .within(sequence.size());
        int i = 0;
        for (var elements = sequence.iterator(); elements.hasNext(); i++) {
            var element = elements.next();
            if (i >= range.from() && i < range.to() && Operations.same(element, given.get("value"))) {
                return Whole.of(i);
            }
        }
        throw PythonFault.raised("ValueError", sequence instanceof Tuple
                ? "tuple.index(x): x not in tuple"
                : "%s is not in %s".formatted(given.get("value").written(), sequence.typeName()));
    }

    private static void extend(Sequence list, Value more) {
        var elements = Sequence.of(more.iterator()).elements();
        Budget.room(elements.size());
        list.elements().addAll(elements);
    }

    private static void insert(Sequence list, Signature.Bound given) {
        int size = list.elements().size();
        long at = Whole.index(given.get("index"));
        Budget.room(9);
        list.elements().add((int) Math.clamp(at < 0 ? at + size : at, 0L, size), given.get("object"));
    }

    private static Value pop(Sequence list, Value index) {
        int size = list.elements().size();
        if (size == 0) {
            throw PythonFault.raised("IndexError", "pop from empty list");
        }
        int at = Whole.index(index);
        int place = at < 0 ? at + size : at;
        if (place < 0 || place >= size) {
            throw PythonFault.raised("IndexError", "pop index out of range");
        }
        return list.elements().remove(place);
    }

    private static void remove(Sequence list, Value wanted) {
        for (int i = 0; i < list.elements().size(); i++) {
            if (Operations.same(list.elements().get(i), wanted)) {
                list.elements().remove(i);
                return;
            }
        }
        throw PythonFault.raised("ValueError", "list.remove(x): x not in list");
    }

    private static void sort(Sequence list, Signature.Bound given) {
        var sorted = Sorting.sorted(list.iterator(), given.get("key", Nothing.NONE),
                given.get("reverse", Truth.FALSE).truth());
        list.elements().clear();
        list.elements().addAll(sorted);
    }
}
