package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Metaclass;
import org.athanor.engine.script.python.value.Methods;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `collections`
final class Collections {
    private Collections() {}

    static Module module() {
        return new Members()
                .type(kind("OrderedDict", "iterable=None, /, **kwargs", given -> filled(Dictionary.Kind.ORDERED,
                        Nothing.NONE, given)))
                .type(kind("defaultdict", "default_factory=None, iterable=None, /, **kwargs", given -> filled(
                        Dictionary.Kind.DEFAULT, given.get("default_factory", Nothing.NONE), given)))
                .type(kind("Counter", "iterable=None, /, **kwds", Collections::counter))
                .function("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None",
                        NamedTuples::made)
                .value("deque", BuiltinClasses.library("deque", BuiltinClasses.OBJECT, "iterable=(), maxlen=None",
                        Collections::deque, Map.of()))
                .function("ChainMap", "*maps", Collections::chained)
                .type(BuiltinClasses.kind("UserDict", BuiltinClasses.DICT)).lazily("abc", () -> Interfaces.module())
                .module("collections");
    }

    private static PythonClass kind(String name, String parameters,
            Function<Signature.Bound, Value> maker) {
        return BuiltinClasses.library(name, Objects.requireNonNull(BuiltinClasses.named(name)), parameters,
                maker, Map.of());
    }

    private static Value filled(Dictionary.Kind kind, Value factory, Signature.Bound given) {
        var map = new Dictionary(Map.of(), kind, factory);
        given.given("iterable").ifPresent(map::putAll);
        given.namedRest().forEach((key, value) -> map.put(new Text(key), value));
        return map;
    }

    private static Value counter(Signature.Bound given) {
        var counter = new Dictionary(Map.of(), Dictionary.Kind.COUNTER, Nothing.NONE);
        counter.attribute("update").call(new Arguments(given.given("iterable").map(List::of).orElse(List.of()),
                given.namedRest(), given.line()));
        return counter;
    }

    private static Value chained(Signature.Bound given) {
        var map = new Dictionary(Map.of());
        given.rest().reversed().forEach(map::putAll);
        return map;
    }

    private static Value deque(Signature.Bound given) {
        var deque = new Deque(new Sequence(List.of()), given.given("maxlen").map(Whole::index).orElse(-1));
        given.get("iterable", Tuple.EMPTY).iterator()
                .forEachRemaining(deque::add);
        return deque;
    }

    /// `deque`: a list that is used from both ends.
    private record Deque(Sequence list, int most) implements Value {
        private static final Methods<Deque> METHODS = Methods.<Deque>of("collections.deque")
                .with("append", "x, /", (d, a) -> done(() -> d.add(a.get("x"))))
                .with("appendleft", "x, /", (d, a) -> done(() -> d.addFirst(a.get("x"))))
                .with("extend", "iterable, /",
                        (d, a) -> done(() -> Builtins.elements(a.get("iterable")).forEach(d::add)))
                .with("extendleft", "iterable, /",
                        (d, a) -> done(() -> Builtins.elements(a.get("iterable")).forEach(d::addFirst)))
                .with("pop", "", (d, _) -> d.taken(true)).with("popleft", "", (d, _) -> d.taken(false))
                .with("clear", "", (d, _) -> done(() -> d.list.elements().clear()))
                .with("copy", "", (d, _) -> new Deque(Sequence.of(d.iterator()), d.most))
                .with("reverse", "", (d, _) -> done(() -> java.util.Collections.reverse(d.list.elements())))
                .with("rotate", "n=1, /", (d, a) -> done(() -> java.util.Collections.rotate(d.list.elements(),
                        a.find("n").map(Whole::index).orElse(1))))
                .with("remove", "value, /", (d, a) -> d.list.attribute("remove").call(Arguments.of(a.get("value"))))
                .with("count", "value, /", (d, a) -> d.list.attribute("count").call(Arguments.of(a.get("value"))));

        private static Value done(Runnable change) {
            change.run();
            return Nothing.NONE;
        }

        void add(Value value) {
            list.add(value);
            if (most >= 0 && list.size() > most) {
                list.elements().removeFirst();
            }
        }

        void addFirst(Value value) {
            Budget.room(9);
            list.elements().addFirst(value);
            if (most >= 0 && list.size() > most) {
                list.elements().removeLast();
            }
        }

        Value taken(boolean last) {
            if (!list.truth()) {
                throw PythonFault.raised("IndexError", "pop from an empty deque");
            }
            return last ? list.elements().removeLast() : list.elements().removeFirst();
        }

        @Override
        public String typeName() {
            return "deque";
        }

        @Override
        public Value attribute(String name) {
            return name.equals("maxlen") ? most < 0 ? Nothing.NONE : Whole.of(most) : METHODS.of(this, name);
        }

        @Override
        public boolean truth() {
            return list.truth();
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public Iterator<Value> iterator() {
            return list.iterator();
        }

        @Override
        public Value item(Value key) {
            return list.item(key);
        }

        @Override
        public void assign(Value key, Value other) {
            list.assign(key, other);
        }

        @Override
        public Optional<Value> compare(Comparator comparator, Value right) {
            return right instanceof Deque other ? list.compare(comparator, other.list) : Optional.empty();
        }

        @Override
        public boolean hashable() {
            return false;
        }

        @Override
        public String written() {
            return "deque(%s%s)".formatted(list.written(), most < 0 ? "" : ", maxlen=" + most);
        }
    }

    /// The types of elements that abstract collections stand for.
    static final class Interfaces {
        private Interfaces() {}

        static Module module() {
            var members = new Members();
            kinds().forEach((name, test) -> members.value(name, abstractClass(name, test)));
            for (var name : List.of("Awaitable", "Coroutine", "AsyncIterator", "AsyncIterable", "AsyncGenerator",
                    "Generator", "ByteString", "Buffer")) {
                members.value(name, new TypingName(name));
            }
            return members.module("collections.abc");
        }

        private static Map<String, List<String>> kinds() {
            var kinds = new LinkedHashMap<String, List<String>>();
            var maps = List.of("dict", "OrderedDict", "defaultdict", "Counter", "mappingproxy");
            var sequences = List.of("list", "tuple", "str", "bytes", "range", "deque");
            var sets = List.of("set", "frozenset", "dict_keys", "dict_items");
            var collections = new ArrayList<String>(maps);
            collections.addAll(sequences);
            collections.addAll(sets);
            collections.add("dict_values");
            kinds.put("Mapping", maps);
            kinds.put("MutableMapping", maps);
            kinds.put("Sequence", sequences);
            kinds.put("MutableSequence", List.of("list", "deque"));
            kinds.put("Set", sets);
            kinds.put("MutableSet", List.of("set"));
            kinds.put("Sized", collections);
            kinds.put("Container", collections);
            kinds.put("Collection", collections);
            kinds.put("Iterable", List.of());
            kinds.put("Iterator", List.of("generator", "iterator", "map", "zip", "filter", "enumerate"));
            kinds.put("Reversible", sequences);
            kinds.put("Callable", List.of("function", "method", "builtin_function_or_method", "type"));
            kinds.put("Hashable", List.of());
            return kinds;
        }

        static PythonClass abstractClass(String name, List<String> kinds) {
            return PythonClass.own(name, List.of(BuiltinClasses.OBJECT), (type, _) -> {
                if (type.isFixed()) {
                    throw PythonFault.raised("TypeError", "Can't instantiate abstract class " + name);
                }
                return new Instance(type);
            }, new Metaclass() {
                @Override
                public boolean describes(PythonClass type, Value value) {
                    var own = BuiltinClasses.of(value);
                    if (own.isWithin(type) || kinds.contains(value.plain().typeName())) {
                        return true;
                    }
                    return switch (name) {
                        case "Iterable" -> isIterable(value);
                        case "Hashable" -> value.hashable();
                        default -> false;
                    };
                }
            }, Set.of(), Map.of());
        }

        private static boolean isIterable(Value value) {
            try {
                value.iterator();
                return true;
            } catch (PythonFault fault) {
                if (fault.kind() == PythonFault.Kind.RAISED) {
                    return false;
                }
                throw fault;
            }
        }
    }
}
