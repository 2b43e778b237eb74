package org.athanor.engine.script.python.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// Python's own classes.
public final class BuiltinClasses {
    public static final PythonClass OBJECT = PythonClass.own("object", List.of(), (type, _) -> new Instance(type),
            Metaclass.PLAIN, Set.of(), Map.of());
    public static final PythonClass TYPE = PythonClass.own("type", List.of(OBJECT), (_, _) -> Nothing.NONE,
            new TypeOfTypes(), Set.of(), Map.of());
    public static final PythonClass INT = own("int", "x=0, /, base=None", Conversions::whole,
            NumberMethods.WHOLE.names());
    public static final PythonClass BOOL = PythonClass.own("bool", List.of(INT), (_, a) -> Truth
            .of(!a.positions().isEmpty() && a.positions().getFirst().truth()), Metaclass.PLAIN, Set.of(), Map.of());
    public static final PythonClass FLOAT = own("float", "x=0, /", Conversions::real, NumberMethods.REAL.names());
    public static final PythonClass STR = own("str", "object='', encoding=None, errors=None", Conversions::text,
            TextMethods.ALL.names());
    public static final PythonClass BYTES = own("bytes", "source=None, encoding=None, errors=None",
            Conversions::bytes, BytesMethods.ALL.names());
    public static final PythonClass TUPLE = own("tuple", "iterable=(), /",
            given -> new Tuple(Sequence.of(given.get("iterable", Tuple.EMPTY).iterator()).elements()),
            SequenceMethods.TUPLE.names());
    public static final PythonClass LIST = changeable("list", "iterable=(), /",
            given -> Sequence.of(given.get("iterable", Tuple.EMPTY).iterator()), SequenceMethods.LIST.names());
    public static final PythonClass DICT = changeable("dict", "iterable=None, /, **kwargs", BuiltinClasses::dictionary,
            DictionaryMethods.ALL.names());
    public static final PythonClass SET = changeable("set", "iterable=(), /",
            given -> ValueSet.of(given.get("iterable", Tuple.EMPTY).iterator(), false), SetMethods.ALL.names());
    public static final PythonClass FROZENSET = own("frozenset", "iterable=(), /",
            given -> ValueSet.of(given.get("iterable", Tuple.EMPTY).iterator(), true), SetMethods.FROZEN.names());
    public static final PythonClass RANGE = own("range", "start, stop=None, step=1, /", BuiltinClasses::range,
            Set.of());
    public static final PythonClass SLICE = own("slice", "start, stop=None, step=None, /",
            given -> given.has("stop")
                    ? new Slice(given.get("start"), given.get("stop"), given.get("step", Nothing.NONE))
                    : new Slice(Nothing.NONE, given.get("start"), Nothing.NONE),
            Set.of());
    private static final Map<String, PythonClass> BY_NAME = byName();

    private BuiltinClasses() {}

    private static Map<String, PythonClass> byName() {
        var all = new HashMap<String, PythonClass>();
        for (var type : List.of(OBJECT, TYPE, INT, BOOL, FLOAT, STR, BYTES, TUPLE, LIST, DICT, SET, FROZENSET, RANGE,
                SLICE)) {
            all.put(type.name(), type);
        }
        for (var name : List.of("NoneType", "function", "builtin_function_or_method", "method", "module", "ellipsis",
                "generator", "complex", "dict_keys", "dict_values", "dict_items", "property")) {
            all.put(name, kind(name, OBJECT));
        }
        for (var name : List.of("OrderedDict", "defaultdict", "Counter")) {
            all.put(name, kind(name, DICT));
        }
        return all;
    }

    /// A class that only says what kind of value something is.
    public static PythonClass kind(String name, PythonClass base) {
        return PythonClass.own(name, List.of(base), (_, _) -> {
            throw PythonFault.unreadable("Making a %s by its class isn't read here".formatted(name));
        }, Metaclass.PLAIN, Set.of(), Map.of());
    }

    private static PythonClass own(String name, String parameters, Function<Signature.Bound, Value> maker,
            Set<String> methods) {
        var signature = Signature.of(name, parameters);
        return PythonClass.own(name, List.of(OBJECT),
                (type, arguments) -> made(type, maker.apply(signature.bind(arguments))), Metaclass.PLAIN, methods,
                Map.of());
    }

    private static Value made(PythonClass type, Value value) {
        return type.isFixed() ? value : new Instance(type, value);
    }

    /// A class whose objects are filled by `__init__`: one that the file writes gets what it asks for.
    private static PythonClass changeable(String name, String parameters, Function<Signature.Bound, Value> maker,
            Set<String> methods) {
        var signature = Signature.of(name, parameters);
        return PythonClass.own(name, List.of(OBJECT), (type, arguments) -> made(type,
                maker.apply(signature.bind(type.member("__init__") == null ? arguments : Arguments.of()))),
                Metaclass.PLAIN, methods, Map.of());
    }

    /// A class of a library module whose objects are values of ours.
    public static PythonClass library(String name, PythonClass base, String parameters,
            Function<Signature.Bound, Value> maker, Map<String, Value> members) {
        var signature = Signature.of(name, parameters);
        return PythonClass.own(name, List.of(base),
                (type, arguments) -> made(type, maker.apply(signature.bind(arguments))), Metaclass.PLAIN, Set.of(),
                members);
    }

    private static Value dictionary(Signature.Bound given) {
        var map = new Dictionary(Map.of());
        given.find("iterable").ifPresent(map::putAll);
        given.namedRest().forEach((key, value) -> map.put(new Text(key), value));
        return map;
    }

    private static Value range(Signature.Bound given) {
        var start = integer(given.get("start"));
        return given.has("stop")
                ? new Range(start, integer(given.get("stop")), integer(given.get("step", Whole.of(1))))
                : new Range(BigInteger.ZERO, start, BigInteger.ONE);
    }

    private static BigInteger integer(Value value) {
        var whole = Numbers.whole(value);
        return whole == null ? BigInteger.valueOf(Whole.index(value)) : whole;
    }

    /// The class of any value.
    public static PythonClass of(Value value) {
        return switch (value) {
            case Instance instance -> instance.type();
            case PythonClass _ -> TYPE;
            case Typed typed -> typed.type();
            default -> {
                Unresolved.refuse(value);
                var type = BY_NAME.get(value.typeName());
                yield type == null ? kind(value.typeName(), OBJECT) : type;
            }
        };
    }

    /// A value of a library module that knows its class.
    public interface Typed extends Value {
        PythonClass type();
    }

    /// The class of this name, if it is one of those that every file knows.
    public static @Nullable PythonClass named(String name) {
        return BY_NAME.get(name);
    }

    /// Whether a value is one of Python's own kinds, so that it is known what it is not.
    static boolean isPlain(Value value) {
        return isData(value) || value instanceof Instance || value instanceof PythonClass || value instanceof Typed
                || value.typeName().equals("function");
    }

    /// Whether a value is a number, a text, or a container.
    public static boolean isData(Value value) {
        return value instanceof Whole || value instanceof Real || value instanceof Truth || value instanceof Text
                || value instanceof Bytes || value instanceof Tuple || value instanceof Sequence
                || value instanceof Dictionary || value instanceof ValueSet || value instanceof Range
                || value == Nothing.NONE;
    }

    /// `isinstance(value, type)`
    public static boolean isInstance(Value value, Value type) {
        Unresolved.refuse(value);
        Unresolved.refuse(type);
        if (type instanceof Tuple types) {
            for (var one : types.elements()) {
                if (isInstance(value, one)) {
                    return true;
                }
            }
            return false;
        }
        if (isData(type)) {
            throw PythonFault.raised("TypeError", "isinstance() arg 2 must be a type, a tuple of types, or a union");
        }
        return type.describes(value).orElseThrow(() -> PythonFault.unreadable(
                "Whether a %s is a %s isn't known here".formatted(value.typeName(), type.typeName())));
    }

    /// `type(value)` and `type(name, bases, members)`
    private static final class TypeOfTypes implements Metaclass {
        @Override
        public Value call(PythonClass type, Arguments arguments) {
            var given = arguments.positions();
            if (given.size() == 1) {
                return of(given.getFirst());
            }
            if (given.size() != 3 || !(given.get(2) instanceof Dictionary body)) {
                throw PythonFault.raised("TypeError", "type() takes 1 or 3 arguments");
            }
            var bases = new ArrayList<PythonClass>();
            for (var iterator = given.get(1).iterator(); iterator.hasNext();) {
                bases.add(iterator.next() instanceof PythonClass base ? base : OBJECT);
            }
            var members = new LinkedHashMap<String, Value>();
            body.entries().forEach((key, value) -> members.put(key.shown(), value));
            return PythonClass.of(given.get(0).shown(), bases, members);
        }

        @Override
        public boolean describes(PythonClass type, Value value) {
            return value instanceof PythonClass;
        }
    }

}
