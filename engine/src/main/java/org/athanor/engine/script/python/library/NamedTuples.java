package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Metaclass;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `namedtuple` and `NamedTuple`: tuples whose elements have names.
final class NamedTuples {
    /// What a class of the file extends.
    static final PythonClass NAMED_TUPLE = PythonClass.own("NamedTuple", List.of(BuiltinClasses.TUPLE),
            NamedTuples::make, new Metaclass() {
                @Override
                public Value call(PythonClass type, Arguments arguments) {
                    if (!type.isFixed()) {
                        return type.create(arguments);
                    }
                    var names = new ArrayList<String>();
                    Builtins.elements(arguments.positions().get(1)).forEach(
                            pair -> names.add(pair.item(Whole.of(0)).shown()));
                    return type(arguments.positions().getFirst().shown(), names, Map.of());
                }

                @Override
                public void finish(PythonClass type) {
                    if (!type.members().containsKey("_fields") && type.bases().contains(NAMED_TUPLE)) {
                        finishFromBody(type);
                    }
                }
            }, Set.of(), members());

    private NamedTuples() {}

    private static Map<String, Value> members() {
        var members = new LinkedHashMap<String, Value>();
        members.put("_asdict", Descriptor.NativeMethod.of("_asdict", "", (self, _) -> {
            var map = new Dictionary(Map.of());
            var names = names(BuiltinClasses.of(self));
            for (int i = 0; i < names.size(); i++) {
                map.put(new Text(names.get(i)), self.item(Whole.of(i)));
            }
            return map;
        }));
        members.put("_replace", Descriptor.NativeMethod.of("_replace", "**kwargs", (self, given) -> {
            var type = BuiltinClasses.of(self);
            var named = new LinkedHashMap<String, Value>();
            var names = names(type);
            for (int i = 0; i < names.size(); i++) {
                named.put(names.get(i), self.item(Whole.of(i)));
            }
            named.putAll(given.namedRest());
            return type.call(new Arguments(List.of(), named, given.line()));
        }));
        members.put("_make", new Descriptor.ClassMethod(NativeFunction.of("_make", "cls, iterable", given -> given
                .get("cls").call(new Arguments(Builtins.elements(given.get("iterable")), Map.of(), given.line())))));
        members.put("__repr__", Descriptor.NativeMethod.of("__repr__", "", (self, _) -> {
            var out = new StringBuilder(self.typeName()).append('(');
            var names = names(BuiltinClasses.of(self));
            for (int i = 0; i < names.size(); i++) {
                out.append(i > 0 ? ", " : "").append(names.get(i)).append('=')
                        .append(self.item(Whole.of(i)).written());
            }
            return new Text(out.append(')').toString());
        }));
        return members;
    }

    private static List<String> names(PythonClass type) {
        var names = new ArrayList<String>();
        Builtins.elements(type.attribute("_fields")).forEach(name -> names.add(name.shown()));
        return names;
    }

    static Value made(Signature.Bound given) {
        var names = new ArrayList<String>();
        if (given.get("field_names") instanceof Text text) {
            for (var name : text.value().replace(',', ' ').strip().split("\\s+", -1)) {
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        } else {
            Builtins.elements(given.get("field_names")).forEach(name -> names.add(name.shown()));
        }
        var defaults = new LinkedHashMap<String, Value>();
        given.given("defaults").ifPresent(values -> {
            var all = Builtins.elements(values);
            for (int i = 0; i < all.size(); i++) {
                defaults.put(names.get(names.size() - all.size() + i), all.get(i));
            }
        });
        return type(Text.of(given.get("typename"), "typename"), names, defaults);
    }

    private static PythonClass type(String name, List<String> names, Map<String, Value> defaults) {
        var members = new LinkedHashMap<String, Value>();
        fields(names, defaults, members);
        return PythonClass.of(name, List.of(NAMED_TUPLE), members);
    }

    private static void fields(List<String> names, Map<String, Value> defaults, Map<String, Value> members) {
        var fields = new ArrayList<Value>();
        for (int i = 0; i < names.size(); i++) {
            var place = Whole.of(i);
            fields.add(new Text(names.get(i)));
            members.put(names.get(i), new Descriptor.Property(NativeFunction.of(names.get(i), "self",
                    given -> given.get("self").plain().item(place)), Optional.empty(), false));
        }
        members.put("_fields", new Tuple(fields));
        members.put("__match_args__", new Tuple(fields));
        members.put("_field_defaults", Dictionary.of(defaults));
    }

    private static void finishFromBody(PythonClass type) {
        var names = new ArrayList<String>();
        var defaults = new LinkedHashMap<String, Value>();
        if (type.members().get("__annotations__") instanceof Dictionary annotations) {
            for (var key : annotations.entries().keySet()) {
                names.add(key.shown());
                var value = type.members().get(key.shown());
                if (value != null) {
                    defaults.put(key.shown(), value);
                }
            }
        }
        fields(names, defaults, type.members());
    }

    private static Value make(PythonClass type, Arguments arguments) {
        var names = names(type);
        var values = new ArrayList<Value>();
        var given = arguments.positions();
        if (given.size() > names.size()) {
            throw PythonFault.raised("TypeError", "%s.__new__() takes %d positional arguments but %d were given"
                    .formatted(type.name(), names.size() + 1, given.size() + 1));
        }
        var defaults = type.attribute("_field_defaults");
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var named = arguments.named().get(name);
            if (i < given.size()) {
                values.add(given.get(i));
            } else if (named != null) {
                values.add(named);
            } else if (defaults.contains(new Text(name))) {
                values.add(defaults.item(new Text(name)));
            } else {
                throw PythonFault.raised("TypeError", "%s.__new__() missing 1 required positional argument: '%s'"
                        .formatted(type.name(), name));
            }
        }
        for (var name : arguments.named().keySet()) {
            if (!names.contains(name)) {
                throw PythonFault.raised("TypeError", "%s.__new__() got an unexpected keyword argument '%s'"
                        .formatted(type.name(), name));
            }
        }
        return new Instance(type, new Tuple(values));
    }
}
