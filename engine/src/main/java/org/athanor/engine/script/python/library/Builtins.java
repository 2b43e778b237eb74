package org.athanor.engine.script.python.library;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Marker;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Stretch;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.value.Written;

/// The functions and classes that every file knows.
final class Builtins {
    static final Map<String, Value> ALL = all();

    private Builtins() {}

    private static Map<String, Value> all() {
        var all = new LinkedHashMap<String, Value>(ExceptionClasses.byName());
        all.put("IOError", ExceptionClasses.find("OSError"));
        all.put("EnvironmentError", ExceptionClasses.find("OSError"));
        for (var type : List.of(BuiltinClasses.OBJECT, BuiltinClasses.TYPE, BuiltinClasses.INT, BuiltinClasses.BOOL,
                BuiltinClasses.FLOAT, BuiltinClasses.STR, BuiltinClasses.BYTES, BuiltinClasses.TUPLE,
                BuiltinClasses.LIST, BuiltinClasses.DICT, BuiltinClasses.SET, BuiltinClasses.FROZENSET,
                BuiltinClasses.RANGE, BuiltinClasses.SLICE)) {
            all.put(type.name(), type);
        }
        all.put("complex", Objects.requireNonNull(BuiltinClasses.named("complex")));
        all.put("Ellipsis", Marker.ELLIPSIS);
        all.put("NotImplemented", Marker.NOT_IMPLEMENTED);
        all.put("__debug__", Truth.TRUE);
        all.put("print", Tolerant.nothing("print"));
        descriptors(all);
        attributes(all);
        texts(all);
        numbers(all);
        Loops.add(all);
        return all;
    }

    static void add(Map<String, Value> all, String name, String parameters, Function<Signature.Bound, Value> body) {
        all.put(name, NativeFunction.of(name, parameters, body));
    }

    private static void descriptors(Map<String, Value> all) {
        all.put("staticmethod", Tolerant.of("staticmethod", "function, /",
                given -> new Descriptor.StaticMethod(given.get("function"))));
        all.put("classmethod", Tolerant.of("classmethod", "function, /",
                given -> new Descriptor.ClassMethod(given.get("function"))));
        all.put("property", Tolerant.of("property", "fget=None, fset=None, fdel=None, doc=None",
                given -> new Descriptor.Property(given.get("fget", Nothing.NONE), given.given("fset"), false)));
    }

    private static void attributes(Map<String, Value> all) {
        all.put("getattr", Tolerant.of("getattr", "object, name, default=None, /", given -> {
            var found = attribute(given.get("object"), name(given));
            return found.or(() -> given.find("default"))
                    .orElseGet(() -> given.get("object").attribute(name(given)));
        }));
        all.put("setattr", Tolerant.of("setattr", "object, name, value, /", given -> {
            given.get("object").assign(name(given), given.get("value"));
            return Nothing.NONE;
        }));
        add(all, "delattr", "object, name, /", given -> {
            given.get("object").remove(name(given));
            return Nothing.NONE;
        });
        add(all, "hasattr", "object, name, /",
                given -> Truth.of(attribute(given.get("object"), name(given)).isPresent()));
        add(all, "isinstance", "object, classinfo, /",
                given -> Truth.of(BuiltinClasses.isInstance(given.get("object"), given.get("classinfo"))));
        add(all, "issubclass", "cls, classinfo, /",
                given -> Truth.of(isSubclass(given.get("cls"), given.get("classinfo"))));
        add(all, "callable", "object, /", given -> Truth.of(isCallable(given.get("object"))));
        add(all, "id", "object, /", given -> Whole.of(System.identityHashCode(given.get("object"))));
        add(all, "hash", "object, /", given -> {
            if (!given.get("object").hashable()) {
                throw PythonFault.raised("TypeError",
                        "unhashable type: '%s'".formatted(given.get("object").typeName()));
            }
            return Whole.of(given.get("object").hashCode());
        });
    }

    private static String name(Signature.Bound given) {
        return Text.of(given.get("name"), "attribute name");
    }

    /// The attribute, if the object has it.
    static Optional<Value> attribute(Value object, String name) {
        try {
            return Optional.of(object.attribute(name));
        } catch (PythonFault fault) {
            if (fault.kind() == PythonFault.Kind.RAISED && fault.type().equals("AttributeError")) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static boolean isSubclass(Value type, Value of) {
        if (of instanceof Tuple types) {
            return types.elements().stream().anyMatch(one -> isSubclass(type, one));
        }
        if (type instanceof PythonClass child && of instanceof PythonClass parent) {
            return child.isWithin(parent);
        }
        if (type instanceof PythonClass || of instanceof PythonClass) {
            throw PythonFault.raised("TypeError", type instanceof PythonClass
                    ? "issubclass() arg 2 must be a class, a tuple of classes, or a union"
                    : "issubclass() arg 1 must be a class");
        }
        throw PythonFault.unreadable("issubclass() of classes made elsewhere isn't read here");
    }

    private static boolean isCallable(Value value) {
        return switch (value.typeName()) {
            case "function", "method", "builtin_function_or_method", "type", "method_descriptor" -> true;
            default -> value instanceof Instance instance
                    && instance.special("__call__").isPresent();
        };
    }

    private static void texts(Map<String, Value> all) {
        add(all, "len", "obj, /", given -> Whole.of(given.get("obj").size()));
        add(all, "repr", "obj, /", given -> new Text(given.get("obj").written()));
        add(all, "ascii", "obj, /", given -> new Text(Written.ascii(given.get("obj").written())));
        add(all, "format", "value, format_spec='', /", given -> new Text(given.get("value")
                .format(given.find("format_spec").map(v -> Text.of(v, "format spec")).orElse(""))));
        add(all, "chr", "i, /", given -> {
            int code = Whole.index(given.get("i"));
            if (code < 0 || code > Character.MAX_CODE_POINT) {
                throw PythonFault.raised("ValueError", "chr() arg not in range(0x110000)");
            }
            return new Text(Character.toString(code));
        });
        add(all, "ord", "c, /", given -> {
            var text = given.get("c") instanceof Bytes bytes
                    ? bytes.value()
                    : Text.of(given.get("c"), "ord() argument");
            if (text.codePointCount(0, text.length()) != 1) {
                throw PythonFault.raised("TypeError",
                        "ord() expected a character, but string of length %d found".formatted(text.length()));
            }
            return Whole.of(text.codePointAt(0));
        });
        add(all, "hex", "number, /", given -> based(given, 16, "0x"));
        add(all, "oct", "number, /", given -> based(given, 8, "0o"));
        add(all, "bin", "number, /", given -> based(given, 2, "0b"));
    }

    private static Value based(Signature.Bound given, int radix, String prefix) {
        var number = integer(given.get("number"));
        return new Text((number.signum() < 0 ? "-" : "") + prefix + number.abs().toString(radix));
    }

    static BigInteger integer(Value value) {
        return switch (value.plain()) {
            case Whole whole -> whole.value();
            case Truth truth -> truth == Truth.TRUE ? BigInteger.ONE : BigInteger.ZERO;
            default -> BigInteger.valueOf(Whole.index(value));
        };
    }

    private static void numbers(Map<String, Value> all) {
        add(all, "abs", "x, /", given -> {
            var value = given.get("x");
            if (value instanceof Instance instance
                    && instance.special("__abs__").isPresent()) {
                return instance.attribute("__abs__").call(Arguments.of());
            }
            if (value instanceof Real real) {
                return new Real(Math.abs(real.value()));
            }
            return !Operations.less(value, zero(value))
                    ? value.affirm().orElse(value)
                    : value.negate().orElseThrow(() -> PythonFault.raised("TypeError",
                            "bad operand type for abs(): '%s'".formatted(value.typeName())));
        });
        add(all, "divmod", "x, y, /", given -> Tuple.of(
                Operations.operate(Operator.FLOOR_DIVIDE, given.get("x"), given.get("y")),
                Operations.operate(Operator.MODULO, given.get("x"), given.get("y"))));
        add(all, "pow", "base, exp, mod=None", given -> {
            if (given.given("mod").isEmpty()) {
                return Operations.operate(Operator.POWER, given.get("base"), given.get("exp"));
            }
            Budget.time(1000);
            return modular(integer(given.get("base")), integer(given.get("exp")), integer(given.get("mod")));
        });
        add(all, "round", "number, ndigits=None", given -> Rounding.round(given.get("number"),
                given.get("ndigits", Nothing.NONE)));
        add(all, "sum", "iterable, /, start=0", given -> {
            var total = given.get("start", Whole.of(0));
            if (total instanceof Text) {
                throw PythonFault.raised("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
            }
            for (var elements = given.get("iterable").iterator(); elements.hasNext();) {
                Budget.time(1);
                total = Operations.operate(Operator.ADD, total, elements.next());
            }
            return total;
        });
    }

    private static Value zero(Value like) {
        return like.typeName().equals("timedelta")
                ? new Stretch(java.time.Duration.ZERO)
                : Whole.of(0);
    }

    private static Value modular(BigInteger base, BigInteger exponent, BigInteger modulus) {
        if (modulus.signum() == 0) {
            throw PythonFault.raised("ValueError", "pow() 3rd argument cannot be 0");
        }
        if (exponent.bitLength() > 5_000 || modulus.bitLength() > 5_000) {
            throw PythonFault.exhausted("A power of such large numbers is more than a revision may compute");
        }
        try {
            var result = base.modPow(exponent, modulus.abs());
            return new Whole(modulus.signum() < 0 && result.signum() > 0 ? result.add(modulus) : result);
        } catch (ArithmeticException _) {
            throw PythonFault.raised("ValueError", "base is not invertible for the given modulus");
        }
    }

    /// The elements of a value, as a list of its own.
    static List<Value> elements(Value value) {
        return Sequence.of(value.iterator()).elements();
    }
}
