package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Metaclass;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.jspecify.annotations.Nullable;

/// What an enumeration does as a class.
@SuppressWarnings("ReferenceEquality") // Python's objects are one or they are not.
final class EnumClass implements Metaclass {
    private static final String MEMBERS = "__members__";

    /// The members by name, those with a second name too.
    private static Map<Value, Value> members(PythonClass type) {
        return type.members().get(MEMBERS) instanceof Dictionary members ? members.entries() : Map.of();
    }

    private static List<Value> distinct(PythonClass type) {
        var all = new ArrayList<Value>();
        for (var entry : members(type).entrySet()) {
            if (entry.getValue().attribute("name").equals(entry.getKey()) && isCanonical(type, entry.getValue())) {
                all.add(entry.getValue());
            }
        }
        return all;
    }

    /// A flag that several others make up is no member of its own.
    private static boolean isCanonical(PythonClass type, Value member) {
        return !type.isWithin(Enums.FLAG) || Integer.bitCount(Whole.index(member.attribute("value"))) == 1;
    }

    @Override
    public Value call(PythonClass type, Arguments arguments) {
        if (members(type).isEmpty() && arguments.positions().size() >= 2) {
            return functional(type, arguments);
        }
        if (arguments.positions().isEmpty()) {
            throw PythonFault.raised("TypeError",
                    "EnumType.__call__() missing 1 required positional argument: 'value'");
        }
        var wanted = arguments.positions().getFirst();
        if (wanted instanceof Instance instance && instance.type() == type) {
            return wanted;
        }
        Budget.time(members(type).size() >> 1);
        for (var member : members(type).values()) {
            if (Operations.equal(member.attribute("value"), wanted)) {
                return member;
            }
        }
        if (type.isWithin(Enums.FLAG) && wanted instanceof Whole whole) {
            return flag(type, whole.index());
        }
        if (type.member("_missing_") instanceof Descriptor missing) {
            var found = missing.inClass(type).call(Arguments.of(wanted));
            if (found instanceof Instance) {
                return found;
            }
        }
        throw PythonFault.raised("ValueError",
                "%s is not a valid %s".formatted(wanted.written(), type.name()));
    }

    private static Value functional(PythonClass type, Arguments arguments) {
        var body = new LinkedHashMap<String, Value>();
        var names = arguments.positions().get(1);
        if (names instanceof Text text) {
            for (var name : text.value().replace(',', ' ').strip().split("\\s+", -1)) {
                body.put(name, new Enums.Automatic());
            }
        } else if (names instanceof Dictionary map) {
            map.entries().forEach((name, value) -> body.put(name.shown(), value));
        } else {
            for (var one : Builtins.elements(names)) {
                if (one instanceof Text name) {
                    body.put(name.value(), new Enums.Automatic());
                } else {
                    body.put(one.item(Whole.of(0)).shown(), one.item(Whole.of(1)));
                }
            }
        }
        var bases = new ArrayList<PythonClass>();
        if (arguments.named().get("type") instanceof PythonClass mixed) {
            bases.add(mixed);
        }
        bases.add(type);
        return PythonClass.of(arguments.positions().getFirst().shown(), bases, body);
    }

    /// The flag of these bits: a member, or several together.
    static Value flag(PythonClass type, int bits) {
        for (var member : members(type).values()) {
            if (Whole.index(member.attribute("value")) == bits) {
                return member;
            }
        }
        var names = new LinkedHashSet<String>();
        for (var member : distinct(type)) {
            if ((Whole.index(member.attribute("value")) & bits) != 0) {
                names.add(member.attribute("name").shown());
            }
        }
        var together = type.members().computeIfAbsent("_value2member_map_", _ -> new Dictionary(Map.of()));
        if (!together.contains(Whole.of(bits))) {
            together.assign(Whole.of(bits), member(type, String.join("|", names), Whole.of(bits), Optional.empty()));
        }
        return together.item(Whole.of(bits));
    }

    @Override
    public Iterator<Value> iterator(PythonClass type) {
        return distinct(type).iterator();
    }

    @Override
    public int size(PythonClass type) {
        return distinct(type).size();
    }

    @Override
    public boolean contains(PythonClass type, Value element) {
        for (var member : members(type).values()) {
            if (member == element
                    || !(element instanceof Instance) && Operations.equal(member.attribute("value"), element)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Value item(PythonClass type, Value key) {
        var member = members(type).get(key);
        if (member == null) {
            throw PythonFault.raised("KeyError", key.written(), ExceptionClasses.instance("KeyError", key));
        }
        return member;
    }

    @Override
    public Optional<Value> attribute(PythonClass type, String name) {
        if (name.equals(MEMBERS)) {
            return Optional.of(type.members().getOrDefault(MEMBERS, new Dictionary(Map.of())));
        }
        return name.equals("_member_names_")
                ? Optional.of(new Sequence(
                        distinct(type).stream().map(m -> m.attribute("name")).toList()))
                : Optional.empty();
    }

    /// The values of the body become members.
    @Override
    public void finish(PythonClass type) {
        for (var base : type.bases()) {
            if (!members(base).isEmpty()) {
                throw PythonFault.raised("TypeError", "<enum '%s'> cannot extend <enum '%s'>".formatted(type.name(),
                        base.name()));
            }
        }
        var members = new Dictionary(Map.of());
        var known = new HashMap<Value, Value>();
        for (var entry : List.copyOf(type.members().entrySet())) {
            if (isMember(entry.getKey(), entry.getValue())) {
                add(type, entry.getKey(), entry.getValue(), members, known);
            } else if (entry.getValue() instanceof Enums.NonMember none) {
                type.members().put(entry.getKey(), none.value());
            }
        }
        type.members().put(MEMBERS, members);
        type.members().putIfAbsent("__hash__", Descriptor.NativeMethod.of("__hash__", "",
                (self, _) -> Whole.of(self.plain() == self ? System.identityHashCode(self) : self.plain().hashCode())));
    }

    private static boolean isMember(String name, Value value) {
        return !(name.startsWith("_") && name.endsWith("_")) && !name.startsWith("__")
                && !(value instanceof Descriptor) && !(value instanceof Enums.NonMember)
                && !value.typeName().equals("function");
    }

    private static void add(PythonClass type, String name, Value written, Dictionary members,
            Map<Value, Value> known) {
        var given = written instanceof Enums.Automatic ? automatic(type, name, members) : written;
        var same = same(given, members, known);
        if (same.isPresent()) {
            members.put(new Text(name), same.get());
            type.members().put(name, same.get());
            return;
        }
        var member = member(type, name, given, Optional.of(given));
        if (given.hashable()) {
            known.put(member.attribute("value"), member);
        }
        members.put(new Text(name), member);
        type.members().put(name, member);
    }

    /// The member that has a value already.
    private static Optional<Value> same(Value given, Dictionary members, Map<Value, Value> known) {
        if (given.hashable() && known.size() == members.entries().size()) {
            return Optional.ofNullable(known.get(given));
        }
        Budget.time(members.entries().size());
        return members.entries().values().stream()
                .filter(other -> Operations.equal(other.attribute("value"), given)).findFirst();
    }

    private static Value automatic(PythonClass type, String name, Dictionary members) {
        var values = new ArrayList<Value>();
        Budget.time(members.entries().size());
        members.entries().values().forEach(m -> values.add(m.attribute("value")));
        var generator = type.member("_generate_next_value_");
        if (generator != null) {
            var function = generator instanceof Descriptor.StaticMethod method ? method.function() : generator;
            return function.call(Arguments.of(new Text(name), Whole.of(1), Whole.of(values.size()),
                    new Sequence(values)));
        }
        if (type.isWithin(Enums.STR_ENUM)) {
            return new Text(name.toLowerCase(Locale.ROOT));
        }
        int most = 0;
        for (var value : values) {
            most = value instanceof Whole whole ? Math.max(most, whole.index()) : most;
        }
        return Whole.of(type.isWithin(Enums.FLAG) ? most == 0 ? 1 : Integer.highestOneBit(most) * 2L : most + 1L);
    }

    private static Instance member(PythonClass type, String name, Value value, Optional<Value> given) {
        var arguments = value instanceof Tuple tuple ? tuple.elements() : List.of(value);
        var creation = type.member("__new__");
        Instance member;
        Value kept = value;
        if (creation != null && given.isPresent()) {
            var function = creation instanceof Descriptor.StaticMethod method ? method.function() : creation;
            var made = function.call(new Arguments(arguments, Map.of(), 0).after(type));
            member = made instanceof Instance instance ? instance : new Instance(type, made);
            kept = member.attributes().getOrDefault("_value_", value);
        } else {
            var mixed = mixed(type);
            var beneath = mixed == null ? null : mixed.make(new Arguments(arguments, Map.of(), 0));
            member = new Instance(type, beneath);
            kept = beneath == null || arguments.size() == 1 && beneath.equals(value) ? value : beneath;
        }
        member.keep("_name_", new Text(name));
        member.keep("name", new Text(name));
        member.keep("_value_", kept);
        member.keep("value", kept);
        if (type.member("__init__") instanceof Descriptor init && given.isPresent()) {
            init.inObject(member, type).call(new Arguments(arguments, Map.of(), 0));
            member.keep("value", member.attributes().getOrDefault("_value_", kept));
        }
        return member;
    }

    /// The one of Python's types that the members are, too.
    private static @Nullable PythonClass mixed(PythonClass type) {
        for (var one : type.order()) {
            if (one.isFixed() && one != BuiltinClasses.OBJECT && !one.isWithin(Enums.ENUM)) {
                return one;
            }
        }
        return null;
    }

    static Value unique(Value enumeration) {
        if (enumeration instanceof PythonClass type && distinct(type).size() < members(type).size()) {
            throw PythonFault.raised("ValueError", "duplicate values found in " + type.written());
        }
        return enumeration;
    }
}
