package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `functools`
final class Functools {
    private Functools() {}

    static Module module() {
        return new Members()
                .tolerant("partial", "func, /, *args, **keywords",
                        given -> new Partial(given.get("func"), given.rest(), given.namedRest()))
                .function("reduce", "function, iterable, initial=None, /", Functools::reduced)
                .tolerant("wraps", "wrapped, assigned=None, updated=None", given -> Tolerant.of("wraps", "function",
                        inner -> named(inner.get("function"), given.get("wrapped"))))
                .tolerant("update_wrapper", "wrapper, wrapped, assigned=None, updated=None",
                        given -> named(given.get("wrapper"), given.get("wrapped")))
                .tolerant("lru_cache", "maxsize=128, typed=False", given -> cache(given.get("maxsize", Nothing.NONE)))
                .tolerant("cache", "function", given -> new Cached(given.get("function"), new Dictionary(Map.of())))
                .tolerant("cached_property", "func",
                        given -> new Descriptor.Property(given.get("func"), Optional.empty(), true))
                .tolerant("total_ordering", "cls", given -> ordered(given.get("cls")))
                .function("cmp_to_key", "mycmp", Functools::keyed)
                .tolerant("singledispatch", "func", _ -> {
                    throw PythonFault.unreadable("functools.singledispatch isn't read here");
                })
                .module("functools");
    }

    private static Value named(Value wrapper, Value wrapped) {
        Builtins.attribute(wrapped, "__name__").filter(Text.class::isInstance)
                .ifPresent(name -> wrapper.assign("__name__", name));
        wrapper.assign("__wrapped__", wrapped);
        return wrapper;
    }

    private static Value cache(Value size) {
        return isFunction(size)
                ? new Cached(size, new Dictionary(Map.of()))
                : Tolerant.of("lru_cache", "function",
                        given -> new Cached(given.get("function"), new Dictionary(Map.of())));
    }

    private static boolean isFunction(Value value) {
        return value.typeName().equals("function") || value.typeName().equals("builtin_function_or_method");
    }

    private record Partial(Value function, List<Value> positions, Map<String, Value> named) implements Value {
        @Override
        public String typeName() {
            return "functools.partial";
        }

        @Override
        public boolean takesUnresolved() {
            return function.takesUnresolved();
        }

        @Override
        public Value call(Arguments arguments) {
            var all = new ArrayList<>(positions);
            all.addAll(arguments.positions());
            var names = new LinkedHashMap<>(named);
            names.putAll(arguments.named());
            return function.call(new Arguments(all, names, arguments.line()));
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "func" -> function;
                case "args" -> new Tuple(positions);
                case "keywords" -> Dictionary.of(named);
                default -> Value.super.attribute(name);
            };
        }
    }

    private record Cached(Value function, Dictionary results) implements Descriptor {
        @Override
        public String typeName() {
            return "functools._lru_cache_wrapper";
        }

        @Override
        public Value inObject(Value object, PythonClass type) {
            return new BoundMethod(object, this);
        }

        @Override
        public boolean takesUnresolved() {
            return true;
        }

        @Override
        public Value call(Arguments arguments) {
            var key = new ArrayList<Value>(arguments.positions());
            arguments.named().forEach((name, value) -> key.add(Tuple.of(new Text(name), value)));
            var found = results.find(new Tuple(key));
            if (found == null) {
                found = function.call(arguments);
                results.put(new Tuple(key), found);
            }
            return found;
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "cache_clear" -> NativeFunction.of(name, "", _ -> {
                    results.entries().clear();
                    return Nothing.NONE;
                });
                case "__wrapped__" -> function;
                default -> function.attribute(name);
            };
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static Value reduced(Signature.Bound given) {
        var elements = given.get("iterable").iterator();
        if (!given.has("initial") && !elements.hasNext()) {
            throw PythonFault.raised("TypeError", "reduce() of empty iterable with no initial value");
        }
        var total = given.has("initial") ? given.get("initial") : elements.next();
        while (elements.hasNext()) {
            total = given.get("function").call(Arguments.of(total, elements.next()));
        }
        return total;
    }

    private static Value ordered(Value value) {
        var less = value instanceof PythonClass own ? own.member("__lt__") : null;
        if (value instanceof PythonClass type && less != null) {
            put(type, "__gt__", (a, b) -> !less.call(Arguments.of(a, b)).truth()
                    && !Operations.equal(a, b));
            put(type, "__le__", (a, b) -> less.call(Arguments.of(a, b)).truth()
                    || Operations.equal(a, b));
            put(type, "__ge__", (a, b) -> !less.call(Arguments.of(a, b)).truth());
            return type;
        }
        throw PythonFault.unreadable("functools.total_ordering without __lt__ isn't read here");
    }

    private static void put(PythonClass type, String name, BiPredicate<Value, Value> test) {
        if (type.member(name) == null) {
            type.members().put(name, Descriptor.NativeMethod.of(name, "other",
                    (self, given) -> Truth.of(test.test(self, given.get("other")))));
        }
    }

    private static Value keyed(Signature.Bound given) {
        var members = new LinkedHashMap<String, Value>();
        members.put("__init__", Descriptor.NativeMethod.of("__init__", "obj", (self, a) -> {
            self.assign("obj", a.get("obj"));
            return Nothing.NONE;
        }));
        members.put("__lt__", Descriptor.NativeMethod.of("__lt__", "other", (self, a) -> Truth.of(
                Operations.less(given.get("mycmp")
                        .call(Arguments.of(self.attribute("obj"), a.get("other").attribute("obj"))),
                        Whole.of(0)))));
        return PythonClass.of("K", List.of(), members);
    }
}
