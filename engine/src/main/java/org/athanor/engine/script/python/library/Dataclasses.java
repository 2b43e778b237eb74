package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.Descriptor.NativeMethod;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Marker;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.jspecify.annotations.Nullable;

/// `dataclasses`
final class Dataclasses {
    private static final String FIELDS = "__dataclass_fields__";

    private Dataclasses() {}

    static Module module() {
        var options = "cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, "
                + "match_args=True, kw_only=False, slots=False, weakref_slot=False";
        return new Members()
                .tolerant("dataclass", options, given -> given.has("cls")
                        ? made(given.get("cls"), given)
                        : Tolerant.of("dataclass", "cls", inner -> made(inner.get("cls"), given)))
                .tolerant("field", "*, default=None, default_factory=None, init=True, repr=True, hash=None, "
                        + "compare=True, metadata=None, kw_only=False",
                        given -> new Field("", given.find("default"), given.find("default_factory"),
                                given.get("init", Truth.TRUE).truth(), given.get("repr", Truth.TRUE).truth(),
                                given.get("compare", Truth.TRUE).truth(), given.get("kw_only", Truth.FALSE).truth()))
                .function("asdict", "obj", given -> plain(given.get("obj"), true))
                .function("astuple", "obj", given -> plain(given.get("obj"), false))
                .function("fields", "class_or_instance", given -> new Tuple(
                        new ArrayList<Value>(fields(type(given.get("class_or_instance"))).values())))
                .function("is_dataclass", "obj",
                        given -> Truth.of(type(given.get("obj")).member(FIELDS) != null))
                .function("replace", "obj, /, **changes", Dataclasses::replaced)
                .type(ExceptionClasses.find("FrozenInstanceError"))
                .module("dataclasses");
    }

    private record Field(String name, Optional<Value> fallback, Optional<Value> factory, boolean init, boolean inRepr,
            boolean compared, boolean byName) implements Value {
        @Override
        public String typeName() {
            return "Field";
        }

        Field named(String as, boolean onlyByName) {
            return new Field(as, fallback, factory, init, inRepr, compared, byName || onlyByName);
        }

        @Override
        public Value attribute(String attribute) {
            return switch (attribute) {
                case "name" -> new Text(name);
                case "default" -> fallback.orElse(Nothing.NONE);
                default -> Value.super.attribute(attribute);
            };
        }
    }

    private static PythonClass type(Value value) {
        return value instanceof PythonClass type ? type : BuiltinClasses.of(value);
    }

    private static Map<String, Field> fields(PythonClass type) {
        var fields = new LinkedHashMap<String, Field>();
        if (type.member(FIELDS) instanceof Dictionary all) {
            all.entries().forEach((name, field) -> fields.put(name.shown(), (Field) field));
        }
        return fields;
    }

    private static Value made(Value value, Signature.Bound options) {
        if (!(value instanceof PythonClass type)) {
            Unresolved.refuse(value);
            throw PythonFault.unreadable("A dataclass of a class made elsewhere isn't read here");
        }
        var fields = new LinkedHashMap<String, Field>();
        for (var parent : type.order().reversed()) {
            if (parent != type && parent.members().get(FIELDS) instanceof Dictionary) {
                fields.putAll(fields(parent));
            }
        }
        own(type, fields, options.get("kw_only", Truth.FALSE).truth());
        var all = new LinkedHashMap<String, Value>(fields);
        type.members().put(FIELDS, Dictionary.of(all));
        type.members().putIfAbsent("__match_args__", new Tuple(
                fields.values().stream().filter(Field::init).map(f -> (Value) new Text(f.name())).toList()));
        methods(type, options);
        return type;
    }

    private static void own(PythonClass type, Map<String, Field> fields, boolean byName) {
        if (!(type.members().get("__annotations__") instanceof Dictionary annotations)) {
            return;
        }
        boolean rest = byName;
        for (var entry : annotations.entries().entrySet()) {
            var name = entry.getKey().shown();
            var kind = entry.getValue().shown();
            if (kind.equals("KW_ONLY")) {
                rest = true;
                continue;
            }
            if (kind.startsWith("ClassVar")) {
                continue;
            }
            var written = type.members().get(name);
            if (written instanceof Field field) {
                fields.put(name, field.named(name, rest));
                field.fallback().ifPresentOrElse(v -> type.members().put(name, v), () -> type.members().remove(name));
            } else {
                refuseChangeable(name, written);
                fields.put(name, new Field(name, Optional.ofNullable(written), Optional.empty(), true, true, true,
                        rest));
            }
        }
    }

    private static void refuseChangeable(String name, @Nullable Value value) {
        if (value != null && !value.hashable()) {
            throw PythonFault.raised("ValueError", "mutable default %s for field %s is not allowed: use default_factory"
                    .formatted(BuiltinClasses.of(value).written(), name));
        }
    }

    private static void methods(PythonClass type, Signature.Bound options) {
        var members = type.members();
        if (options.get("init", Truth.TRUE).truth()) {
            members.putIfAbsent("__init__", NativeMethod.of("__init__", "*args, **kwargs", (self, given) -> {
                initialize((Instance) self, given);
                return Nothing.NONE;
            }));
        }
        if (options.get("repr", Truth.TRUE).truth()) {
            members.putIfAbsent("__repr__", NativeMethod.of("__repr__", "", (self, _) -> new Text(written(self))));
        }
        if (options.get("eq", Truth.TRUE).truth()) {
            members.putIfAbsent("__eq__", NativeMethod.of("__eq__", "other", (self, given) -> comparison(self,
                    given.get("other"), (a, b) -> Operations.equal(a, b))));
            if (options.get("frozen", Truth.FALSE).truth() || options.get("unsafe_hash", Truth.FALSE).truth()) {
                members.putIfAbsent("__hash__", NativeMethod.of("__hash__", "",
                        (self, _) -> Whole.of(compared(self).hashCode())));
            }
        }
        if (options.get("order", Truth.FALSE).truth()) {
            members.put("__lt__", NativeMethod.of("__lt__", "other",
                    (self, given) -> comparison(self, given.get("other"), Operations::less)));
            members.put("__gt__", NativeMethod.of("__gt__", "other",
                    (self, given) -> comparison(self, given.get("other"), (a, b) -> Operations.less(b, a))));
            members.put("__le__", NativeMethod.of("__le__", "other",
                    (self, given) -> comparison(self, given.get("other"), (a, b) -> !Operations.less(b, a))));
            members.put("__ge__", NativeMethod.of("__ge__", "other",
                    (self, given) -> comparison(self, given.get("other"), (a, b) -> !Operations.less(a, b))));
        }
        if (options.get("frozen", Truth.FALSE).truth()) {
            members.put("__setattr__", NativeMethod.of("__setattr__", "name, value", (_, given) -> {
                throw PythonFault.raised("FrozenInstanceError",
                        "cannot assign to field '%s'".formatted(given.get("name").shown()));
            }));
        }
    }

    private static Value comparison(Value self, Value other, BiPredicate<Value, Value> test) {
        return other instanceof Instance instance && instance.type() == BuiltinClasses.of(self)
                ? Truth.of(test.test(compared(self), compared(other)))
                : Marker.NOT_IMPLEMENTED;
    }

    private static Tuple compared(Value self) {
        var values = new ArrayList<Value>();
        for (var field : fields(BuiltinClasses.of(self)).values()) {
            if (field.compared()) {
                values.add(self.attribute(field.name()));
            }
        }
        return new Tuple(values);
    }

    private static String written(Value self) {
        var out = new StringBuilder(self.typeName()).append('(');
        boolean first = true;
        for (var field : fields(BuiltinClasses.of(self)).values()) {
            if (field.inRepr()) {
                out.append(first ? "" : ", ").append(field.name()).append('=')
                        .append(self.attribute(field.name()).written());
                first = false;
            }
        }
        return out.append(')').toString();
    }

    private static void initialize(Instance self, Signature.Bound given) {
        var named = new LinkedHashMap<>(given.namedRest());
        int next = 0;
        for (var field : fields(self.type()).values()) {
            Value value = null;
            if (field.init()) {
                value = !field.byName() && next < given.rest().size()
                        ? given.rest().get(next++)
                        : named.remove(field.name());
                if (named.containsKey(field.name())) {
                    throw wrong(self, "got multiple values for argument '%s'".formatted(field.name()));
                }
            }
            if (value == null && field.factory().isPresent()) {
                value = field.factory().get().call(Arguments.of());
            }
            if (value == null && field.fallback().isPresent()) {
                value = field.fallback().get();
            }
            if (value != null) {
                self.keep(field.name(), value);
            } else if (field.init()) {
                throw wrong(self, "missing 1 required positional argument: '%s'".formatted(field.name()));
            }
        }
        if (next < given.rest().size()) {
            throw wrong(self, "takes %d positional arguments but %d were given".formatted(next + 1,
                    given.rest().size() + 1));
        }
        for (var name : named.keySet()) {
            throw wrong(self, "got an unexpected keyword argument '%s'".formatted(name));
        }
        if (self.type().member("__post_init__") instanceof Descriptor after) {
            after.inObject(self, self.type()).call(Arguments.of());
        }
    }

    private static PythonFault wrong(Instance self, String reason) {
        return PythonFault.raised("TypeError", "%s.__init__() %s".formatted(self.typeName(), reason));
    }

    private static Value plain(Value value, boolean asMap) {
        Budget.time(1);
        if (value instanceof Instance instance && instance.type().member(FIELDS) != null) {
            var map = new Dictionary(Map.of());
            for (var field : fields(instance.type()).values()) {
                map.put(new Text(field.name()), plain(instance.attribute(field.name()), asMap));
            }
            return asMap ? map : new Tuple(new ArrayList<>(map.entries().values()));
        }
        return switch (value) {
            case Sequence list -> new Sequence(list.elements().stream().map(v -> plain(v, asMap)).toList());
            case Tuple tuple -> new Tuple(tuple.elements().stream().map(v -> plain(v, asMap)).toList());
            case Dictionary map -> {
                var copy = new Dictionary(Map.of());
                map.entries().forEach((k, v) -> copy.put(k, plain(v, asMap)));
                yield copy;
            }
            default -> value;
        };
    }

    private static Value replaced(Signature.Bound given) {
        var type = type(given.get("obj"));
        var named = new LinkedHashMap<String, Value>();
        fields(type).values().stream().filter(Field::init)
                .forEach(f -> named.put(f.name(), given.get("obj").attribute(f.name())));
        named.putAll(given.namedRest());
        return type.call(new Arguments(List.of(), named, given.line()));
    }
}
