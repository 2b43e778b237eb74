package org.athanor.engine.script.python.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.ValueSet;
import org.athanor.engine.script.python.value.Whole;
import org.jspecify.annotations.Nullable;

/// The modules that say nothing about what a revision does: types for the reader, logs, warnings, and the like.
@SuppressWarnings("ReferenceEquality") // Python's objects are one or they are not.
final class Quiet {
    private Quiet() {}

    static @Nullable Module module(String name) {
        return switch (name) {
            case "typing", "typing_extensions" -> typing(name);
            case "collections.abc" -> Collections.Abstract.module();
            case "abc" -> abc();
            case "logging", "logging.config" -> logging();
            case "warnings" -> new Members().nothing("warn", "filterwarnings", "simplefilter", "resetwarnings")
                    .tolerant("catch_warnings", "**kw", _ -> new Silent()).module(name);
            case "copy" -> copies();
            case "types" -> types();
            case "sys" -> sys();
            case "builtins" -> builtins();
            case "numbers" ->
                new Members().value("Number", number("Number", List.of("int", "float", "bool", "Decimal")))
                        .value("Integral", number("Integral", List.of("int", "bool")))
                        .value("Real", number("Real", List.of("int", "float", "bool"))).module(name);
            case "pprint" -> new Members().nothing("pprint", "pp").module(name);
            case "html" -> new Members().function("escape", "s, quote=True", given -> new Text(
                    Text.of(given.get("s"), "s").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                            .replace("\"", "&quot;").replace("'", "&#x27;")))
                    .module(name);
            default -> null;
        };
    }

    private static PythonClass number(String name, List<String> kinds) {
        return Collections.Abstract.abstractClass(name, kinds);
    }

    private static Module typing(String name) {
        var members = new Members().value("TYPE_CHECKING", Truth.FALSE)
                .tolerant("cast", "typ, val", given -> given.get("val"))
                .tolerant("NewType", "name, tp", given -> Tolerant.of(given.get("name").shown(), "value",
                        inner -> inner.get("value")))
                .type(NamedTuples.NAMED_TUPLE).value("TypedDict", typedDictionary());
        for (var same : List.of("overload", "final", "no_type_check", "runtime_checkable", "override", "reveal_type")) {
            members.tolerant(same, "value", given -> given.get("value"));
        }
        Map.of("List", BuiltinClasses.LIST, "Dict", BuiltinClasses.DICT, "Tuple", BuiltinClasses.TUPLE, "Set",
                BuiltinClasses.SET, "FrozenSet", BuiltinClasses.FROZENSET, "Text", BuiltinClasses.STR)
                .forEach(members::value);
        for (var one : List.of("Any", "Optional", "Union", "TypeVar", "Type", "Literal", "Final", "ClassVar", "Generic",
                "Protocol", "Annotated", "NoReturn", "Never", "Self", "ParamSpec", "Concatenate", "TypeAlias",
                "Required", "NotRequired", "Unpack", "AnyStr", "TypeGuard", "NamedTupleMeta", "LiteralString", "IO",
                "TextIO", "BinaryIO", "Awaitable", "Coroutine", "AsyncIterator", "AsyncIterable", "AsyncGenerator",
                "Generator", "DefaultDict", "OrderedDict", "Counter", "Deque", "ChainMap", "Pattern", "Match",
                "SupportsInt", "SupportsFloat", "ForwardRef", "ContextManager", "TypeAliasType", "ReadOnly",
                "ByteString", "AsyncContextManager", "TypeVarTuple")) {
            members.value(one, new TypingName(one));
        }
        for (var one : List.of("Mapping", "MutableMapping", "Sequence", "MutableSequence", "Iterable", "Iterator",
                "Collection", "Callable", "Hashable", "Sized", "Container", "Reversible", "MutableSet")) {
            members.lazily(one, () -> Collections.Abstract.module().attribute(one));
        }
        return members.lazily("AbstractSet", () -> Collections.Abstract.module().attribute("Set")).module(name);
    }

    private static PythonClass typedDictionary() {
        return PythonClass.own("TypedDict", List.of(BuiltinClasses.DICT),
                (_, arguments) -> BuiltinClasses.DICT.call(arguments),
                org.athanor.engine.script.python.value.Metaclass.PLAIN, java.util.Set.of(), Map.of());
    }

    private static Module abc() {
        var plain = new Members().type(BuiltinClasses.kind("ABCMeta", BuiltinClasses.TYPE)).value("ABC",
                PythonClass.own("ABC", List.of(BuiltinClasses.OBJECT), (type, _) -> new Instance(type),
                        org.athanor.engine.script.python.value.Metaclass.PLAIN, java.util.Set.of(), Map.of()));
        for (var name : List.of("abstractmethod", "abstractclassmethod", "abstractstaticmethod")) {
            plain.tolerant(name, "funcobj", given -> given.get("funcobj"));
        }
        return plain.lazily("abstractproperty", () -> Builtins.ALL.getOrDefault("property", Nothing.NONE))
                .module("abc");
    }

    /// Whatever is asked of it does nothing and gives it again: a logger.
    record Silent() implements Value {
        @Override
        public String typeName() {
            return "Logger";
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "name" -> new Text("revision");
                case "level" -> Whole.of(0);
                case "disabled", "propagate" -> Truth.FALSE;
                case "handlers", "filters" -> new Sequence(List.of());
                case "isEnabledFor" -> Tolerant.of(name, "*args", _ -> Truth.FALSE);
                default -> Tolerant.of(name, "*args, **kwargs",
                        _ -> name.startsWith("get") ? this : Nothing.NONE);
            };
        }

        @Override
        public void assign(String name, Value other) {
            // A setting of a log, which isn't written.
        }

        @Override
        public boolean takesUnresolved() {
            return true;
        }

        @Override
        public Value call(Arguments arguments) {
            return this;
        }

        @Override
        public Value enter() {
            return this;
        }

        @Override
        public boolean exit(Optional<PythonFault> fault) {
            return false;
        }
    }

    private static Module logging() {
        var members = new Members().tolerant("getLogger", "name=None", _ -> new Silent())
                .tolerant("getLevelName", "level", given -> given.get("level"))
                .nothing("basicConfig", "debug", "info", "warning", "warn", "error", "critical", "exception", "log",
                        "disable", "captureWarnings", "addLevelName", "fileConfig", "dictConfig");
        for (var name : List.of("Logger", "LoggerAdapter", "StreamHandler", "Formatter", "NullHandler", "Handler",
                "Filter", "root", "config")) {
            members.value(name, new Silent());
        }
        Map.of("DEBUG", 10, "INFO", 20, "WARNING", 30, "WARN", 30, "ERROR", 40, "CRITICAL", 50, "FATAL", 50, "NOTSET",
                0).forEach((name, level) -> members.value(name, Whole.of(level)));
        return members.module("logging");
    }

    private static Module copies() {
        return new Members().function("copy", "x", given -> copied(given.get("x"), false, 0))
                .function("deepcopy", "x, memo=None", given -> copied(given.get("x"), true, 0)).module("copy");
    }

    private static Value copied(Value value, boolean deep, int depth) {
        if (depth > 200) {
            throw PythonFault.exhausted("A value that is nested so deeply isn't copied here");
        }
        Budget.time(1);
        return switch (value) {
            case Sequence list -> {
                Budget.room(list.size());
                var copy = new Sequence(list.elements());
                if (deep) {
                    copy.elements().replaceAll(v -> copied(v, true, depth + 1));
                }
                yield copy;
            }
            case Dictionary map -> {
                var copy = map.copy();
                if (deep) {
                    copy.entries().replaceAll((_, v) -> copied(v, true, depth + 1));
                }
                yield copy;
            }
            case Tuple tuple when deep -> new Tuple(
                    tuple.elements().stream().map(v -> copied(v, true, depth + 1)).toList());
            case ValueSet set -> ValueSet.of(set.iterator(), set.isFrozen());
            case Instance instance when !instance.type().isWithin(Enums.ENUM) -> copied(instance, deep, depth);
            default -> value;
        };
    }

    private static Value copied(Instance instance, boolean deep, int depth) {
        var own = instance.special(deep ? "__deepcopy__" : "__copy__");
        if (own.isPresent()) {
            return own.get().call(deep ? Arguments.of(new Dictionary(Map.of())) : Arguments.of());
        }
        var copy = instance.plain() == instance
                ? new Instance(instance.type())
                : new Instance(instance.type(), copied(instance.plain(), deep, depth + 1));
        instance.attributes().forEach(
                (name, value) -> copy.keep(name, deep ? copied(value, true, depth + 1) : value));
        return copy;
    }

    private static Module types() {
        return new Members()
                .value("SimpleNamespace", PythonClass.own("SimpleNamespace", List.of(BuiltinClasses.OBJECT),
                        (type, arguments) -> {
                            var space = new Instance(type);
                            arguments.named().forEach(space::keep);
                            return space;
                        }, org.athanor.engine.script.python.value.Metaclass.PLAIN, java.util.Set.of(),
                        Map.of("__init__", org.athanor.engine.script.python.value.Descriptor.NativeMethod.of("__init__",
                                "**kwargs", (_, _) -> Nothing.NONE), "__repr__",
                                org.athanor.engine.script.python.value.Descriptor.NativeMethod.of("__repr__", "",
                                        (self, _) -> new Text(namespace((Instance) self))),
                                "__eq__",
                                org.athanor.engine.script.python.value.Descriptor.NativeMethod.of("__eq__", "other",
                                        (self, given) -> Truth.of(given.get("other") instanceof Instance other
                                                && other.attributes().equals(((Instance) self).attributes()))))))
                .tolerant("MappingProxyType", "mapping", given -> given.get("mapping"))
                .value("NoneType", BuiltinClasses.of(Nothing.NONE))
                .value("FunctionType", java.util.Objects.requireNonNull(BuiltinClasses.named("function")))
                .value("GeneratorType", java.util.Objects.requireNonNull(BuiltinClasses.named("generator")))
                .value("ModuleType", java.util.Objects.requireNonNull(BuiltinClasses.named("module"))).module("types");
    }

    private static String namespace(Instance space) {
        var out = new StringBuilder("namespace(");
        space.attributes().forEach((name, value) -> out.append(out.length() > 10 ? ", " : "").append(name).append('=')
                .append(value.written()));
        return out.append(')').toString();
    }

    private static Module sys() {
        return new Members().value("version_info", Tuple.of(Whole.of(3), Whole.of(13), Whole.of(0), new Text("final"),
                Whole.of(0))).value("maxsize", Whole.of(Long.MAX_VALUE)).value("version", new Text("3.13.0"))
                .value("platform", new Text("linux")).value("byteorder", new Text("little"))
                .lazily("argv", () -> new Sequence(List.of())).lazily("path", () -> new Sequence(List.of()))
                .lazily("modules", () -> new Dictionary(Map.of())).value("stdout", new Silent())
                .value("stderr", new Silent()).tolerant("exit", "status=None, /", _ -> {
                    throw PythonFault.unreadable("A revision that ends the program isn't read here");
                }).function("intern", "string", given -> given.get("string"))
                .function("getrecursionlimit", "", _ -> Whole.of(1000)).nothing("setrecursionlimit").module("sys");
    }

    private static Module builtins() {
        var members = new Members();
        Builtins.ALL.forEach(members::value);
        return members.module("builtins");
    }
}
