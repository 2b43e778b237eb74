package org.athanor.engine.script.python.library;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Metaclass;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Whole;
import org.jspecify.annotations.Nullable;

/// The modules that say nothing about what a revision does: types for the reader, logs, warnings, and the like.
@SuppressWarnings("ReferenceEquality") // Python's objects are one or they are not.
final class Quiet {
    private Quiet() {}

    static @Nullable Module module(String name) {
        return switch (name) {
            case "typing", "typing_extensions" -> typing(name);
            case "collections.abc" -> Collections.Interfaces.module();
            case "abc" -> abc();
            case "logging", "logging.config" -> Logs.logging();
            case "warnings" -> new Members().nothing("warn", "filterwarnings", "simplefilter", "resetwarnings")
                    .tolerant("catch_warnings", "**kw", _ -> new Logs.Silent()).module(name);
            case "copy" -> Copies.module();
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
        return Collections.Interfaces.abstractClass(name, kinds);
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
            members.lazily(one, () -> Collections.Interfaces.module().attribute(one));
        }
        return members.lazily("AbstractSet", () -> Collections.Interfaces.module().attribute("Set")).module(name);
    }

    private static PythonClass typedDictionary() {
        return PythonClass.own("TypedDict", List.of(BuiltinClasses.DICT),
                (_, arguments) -> BuiltinClasses.DICT.call(arguments),
                Metaclass.PLAIN, Set.of(), Map.of());
    }

    private static Module abc() {
        var plain = new Members().type(BuiltinClasses.kind("ABCMeta", BuiltinClasses.TYPE)).value("ABC",
                PythonClass.own("ABC", List.of(BuiltinClasses.OBJECT), (type, _) -> new Instance(type),
                        Metaclass.PLAIN, Set.of(), Map.of()));
        for (var name : List.of("abstractmethod", "abstractclassmethod", "abstractstaticmethod")) {
            plain.tolerant(name, "funcobj", given -> given.get("funcobj"));
        }
        return plain.lazily("abstractproperty", () -> Builtins.ALL.getOrDefault("property", Nothing.NONE))
                .module("abc");
    }

    private static Module types() {
        return new Members()
                .value("SimpleNamespace", PythonClass.own("SimpleNamespace", List.of(BuiltinClasses.OBJECT),
                        (type, arguments) -> {
                            var space = new Instance(type);
                            arguments.named().forEach(space::keep);
                            return space;
                        }, Metaclass.PLAIN, Set.of(),
                        Map.of("__init__", Descriptor.NativeMethod.of("__init__",
                                "**kwargs", (_, _) -> Nothing.NONE), "__repr__",
                                Descriptor.NativeMethod.of("__repr__", "",
                                        (self, _) -> new Text(namespace((Instance) self))),
                                "__eq__",
                                Descriptor.NativeMethod.of("__eq__", "other",
                                        (self, given) -> Truth.of(given.get("other") instanceof Instance other
                                                && other.attributes().equals(((Instance) self).attributes()))))))
                .tolerant("MappingProxyType", "mapping", given -> given.get("mapping"))
                .value("NoneType", BuiltinClasses.of(Nothing.NONE))
                .value("FunctionType", Objects.requireNonNull(BuiltinClasses.named("function")))
                .value("GeneratorType", Objects.requireNonNull(BuiltinClasses.named("generator")))
                .value("ModuleType", Objects.requireNonNull(BuiltinClasses.named("module"))).module("types");
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
                .lazily("modules", () -> new Dictionary(Map.of())).value("stdout", new Logs.Silent())
                .value("stderr", new Logs.Silent()).tolerant("exit", "status=None, /", _ -> {
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
