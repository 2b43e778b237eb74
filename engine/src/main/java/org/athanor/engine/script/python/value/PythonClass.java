package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.tree.Operator;
import org.jspecify.annotations.Nullable;

/// A class: one of Python's own, or one of the file's.
@SuppressWarnings("ReferenceEquality") // Python's objects are one or they are not.
public final class PythonClass implements Value {
    private static final Set<String> OF_THE_CLASS = Set.of("maketrans", "fromkeys", "fromhex", "from_bytes");

    private final String name;
    private final List<PythonClass> bases;
    private final List<PythonClass> order;
    private final Map<String, Value> members;
    private final Maker maker;
    private final Metaclass metaclass;
    private final Set<String> methods;
    private final boolean fixed;

    /// How an object of a class, or of one that extends it, comes to be before `__init__`.
    @FunctionalInterface
    public interface Maker {
        Value make(PythonClass type, Arguments arguments);
    }

    private PythonClass(String name, List<PythonClass> bases, Map<String, Value> members, Maker maker,
            Metaclass metaclass, Set<String> methods, boolean fixed) {
        this.name = name;
        this.bases = List.copyOf(bases);
        this.members = new LinkedHashMap<>(members);
        this.maker = maker;
        this.metaclass = metaclass;
        this.methods = methods;
        this.fixed = fixed;
        this.order = order(bases);
    }

    /// One of Python's own classes; `methods` names those that its objects answer themselves.
    public static PythonClass own(String name, List<PythonClass> bases, Maker maker, Metaclass metaclass,
            Set<String> methods, Map<String, Value> members) {
        return new PythonClass(name, bases, members, maker, metaclass, methods, true);
    }

    /// A class of the file. What it extends says how objects are made.
    public static PythonClass of(String name, List<PythonClass> bases, Map<String, Value> members) {
        var all = bases.isEmpty() ? List.of(BuiltinClasses.OBJECT) : bases;
        var maker = all.getFirst().maker;
        var metaclass = Metaclass.PLAIN;
        for (var base : all) {
            maker = maker == BuiltinClasses.OBJECT.maker ? base.maker : maker;
            metaclass = metaclass == Metaclass.PLAIN ? base.metaclass : metaclass;
        }
        var type = new PythonClass(name, all, members, maker, metaclass, Set.of(), false);
        metaclass.finish(type);
        return type;
    }

    /// The class, then all that it extends in Python's order: every class before its bases, and those as written.
    private List<PythonClass> order(List<PythonClass> all) {
        var order = new ArrayList<PythonClass>();
        order.add(this);
        var rows = new ArrayList<List<PythonClass>>();
        all.forEach(base -> rows.add(new ArrayList<>(base.order)));
        rows.add(new ArrayList<>(all));
        while (true) {
            rows.removeIf(List::isEmpty);
            if (rows.isEmpty()) {
                return List.copyOf(order);
            }
            var next = next(rows);
            order.add(next);
            rows.forEach(row -> row.remove(next));
        }
    }

    private static PythonClass next(List<List<PythonClass>> rows) {
        for (var row : rows) {
            var first = row.getFirst();
            boolean later = false;
            for (var other : rows) {
                later |= other.indexOf(first) > 0;
            }
            if (!later) {
                return first;
            }
        }
        throw PythonFault.raised("TypeError",
                "Cannot create a consistent method resolution order (MRO) for the bases");
    }

    public String name() {
        return name;
    }

    public List<PythonClass> bases() {
        return bases;
    }

    /// The class, then all that it extends, nearest first.
    public List<PythonClass> order() {
        return order;
    }

    /// Its own members, in the order of the body: who changes them changes the class.
    public Map<String, Value> members() {
        return members;
    }

    /// Whether it is one of Python's own.
    public boolean isFixed() {
        return fixed;
    }

    public boolean isWithin(PythonClass other) {
        return order.contains(other);
    }

    /// A member of the class or of what it extends.
    public @Nullable Value member(String member) {
        for (var type : order) {
            var value = type.members.get(member);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// The member that follows in the order after a class.
    @Nullable
    Value memberAfter(PythonClass type, String member) {
        for (int i = order.indexOf(type) + 1; i < order.size(); i++) {
            var value = order.get(i).members.get(member);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public Value call(Arguments arguments) {
        return metaclass.call(this, arguments);
    }

    /// A new object, made and initialized.
    public Value create(Arguments arguments) {
        Budget.room(32);
        var creation = member("__new__");
        var made = creation == null
                ? make(arguments)
                : (creation instanceof Descriptor.StaticMethod s ? s.function() : creation)
                        .call(arguments.after(this));
        if (made instanceof Instance instance && instance.type().isWithin(this)) {
            var init = instance.special("__init__");
            if (init.isPresent()) {
                init.get().call(arguments);
            } else if (creation == null && !arguments.isEmpty() && maker == BuiltinClasses.OBJECT.maker) {
                throw PythonFault.raised("TypeError", name + "() takes no arguments");
            }
        }
        return made;
    }

    /// A new object that isn't initialized.
    public Value make(Arguments arguments) {
        return maker.make(this, arguments);
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "__name__", "__qualname__" -> new Text(name);
            case "__module__" -> new Text(fixed ? "builtins" : "revision");
            case "__mro__" -> new Tuple(List.copyOf(order));
            case "__bases__" -> new Tuple(List.copyOf(bases));
            case "__base__" -> bases.isEmpty() ? Nothing.NONE : bases.getFirst();
            case "__dict__" -> Dictionary.of(members);
            case "__class__" -> BuiltinClasses.TYPE;
            case "__doc__" -> members.getOrDefault(member, Nothing.NONE);
            case "__annotations__" -> members.getOrDefault(member, new Dictionary(Map.of()));
            default -> inherited(member);
        };
    }

    private Value inherited(String member) {
        var special = metaclass.attribute(this, member);
        if (special.isPresent()) {
            return special.get();
        }
        var value = member(member);
        if (value != null) {
            return value instanceof Descriptor descriptor ? descriptor.inClass(this) : value;
        }
        for (var type : order) {
            if (type.methods.contains(member)) {
                return new Unbound(type, member);
            }
        }
        return switch (member) {
            case "__new__" -> NativeFunction.of(member, "cls, *args, **kwargs", PythonClass::newObject);
            case "__init__", "__init_subclass__" -> NativeFunction.of(member, "*args, **kwargs", _ -> Nothing.NONE);
            case "__str__", "__repr__", "__hash__", "__eq__", "__ne__", "__lt__", "__len__", "__format__",
                    "__add__", "__contains__", "__iter__", "__getitem__" ->
                new Unbound(this, member);
            case "mro" -> NativeFunction.of(member, "", _ -> new Sequence(order));
            case "__setattr__" -> NativeFunction.of(member, "self, name, value", given -> {
                if (given.get("self") instanceof Instance instance) {
                    instance.keep(Text.of(given.get("name"), "name"), given.get("value"));
                }
                return Nothing.NONE;
            });
            default -> missing(member);
        };
    }

    private Value missing(String member) {
        if (fixed || ObjectMethods.UNREAD.contains(member)) {
            throw PythonFault.unreadable("The attribute %s of %s isn't read here".formatted(member, name));
        }
        throw PythonFault.raised("AttributeError", "type object '%s' has no attribute '%s'".formatted(name, member));
    }

    private static Value newObject(Signature.Bound given) {
        if (given.get("cls") instanceof PythonClass type) {
            return type.make(new Arguments(given.rest(), given.namedRest(), given.line()));
        }
        throw PythonFault.raised("TypeError", "__new__(X): X is not a type object");
    }

    @Override
    public void assign(String member, Value other) {
        if (fixed) {
            throw PythonFault.raised("TypeError",
                    "cannot set '%s' attribute of immutable type '%s'".formatted(member, name));
        }
        members.put(member, other);
    }

    @Override
    public void remove(String member) {
        if (fixed || members.remove(member) == null) {
            throw PythonFault.raised("AttributeError",
                    "type object '%s' has no attribute '%s'".formatted(name, member));
        }
    }

    @Override
    public Iterator<Value> iterator() {
        return metaclass.iterator(this);
    }

    @Override
    public int size() {
        return metaclass.size(this);
    }

    @Override
    public boolean contains(Value element) {
        return metaclass.contains(this, element);
    }

    @Override
    public Value item(Value key) {
        return metaclass.item(this, key);
    }

    @Override
    public Optional<Boolean> describes(Value other) {
        Unresolved.refuse(other);
        return Optional.of(metaclass.describes(this, other));
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return operator == Operator.OR ? Optional.of(new Union(List.of(this, right))) : Optional.empty();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.OR ? Optional.of(new Union(List.of(left, this))) : Optional.empty();
    }

    @Override
    public String written() {
        return "<class '%s'>".formatted(fixed ? name : "revision." + name);
    }

    /// `str.upper`: a method that takes its object as the first argument.
    private record Unbound(PythonClass type, String method) implements Descriptor {
        @Override
        public String typeName() {
            return "method_descriptor";
        }

        @Override
        public Value inObject(Value object, PythonClass of) {
            return new BoundMethod(object, this);
        }

        @Override
        public Value call(Arguments arguments) {
            if (arguments.positions().isEmpty() || OF_THE_CLASS.contains(method)) {
                return type.make(Arguments.of()).attribute(method).call(arguments);
            }
            var self = arguments.positions().getFirst();
            if (self instanceof PythonClass) {
                return ownMethod(arguments);
            }
            return (self.plain() == self ? self : self.plain()).attribute(method).call(arguments.rest());
        }

        /// `dict.fromkeys(…)` is asked of the class; anything else is a method of classes themselves.
        private Value ownMethod(Arguments arguments) {
            return type.make(Arguments.of()).attribute(method).call(arguments);
        }

        @Override
        public Value attribute(String name) {
            return name.equals("__name__") ? new Text(method) : Descriptor.super.attribute(name);
        }
    }
}
