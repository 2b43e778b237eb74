package org.athanor.engine.script.python.value;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What every object has from `object`, and what `super()` leads to.
@SuppressWarnings("ReferenceEquality") // Python's objects are one or they are not.
public final class ObjectMethods {
    /// What every object has in Python, too.
    static final Set<String> UNREAD = Set.of("__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__dir__",
            "__format__", "__getattribute__", "__delattr__", "__new__", "__reduce__", "__reduce_ex__", "__sizeof__",
            "__subclasshook__", "__getstate__", "__weakref__", "__annotations__",
            "__setstate__", "__suppress_context__");

    private ObjectMethods() {}

    /// A method of `object`, for an object whose class has none of its own.
    static Value of(Instance self, String name) {
        return switch (name) {
            case "__init__", "__init_subclass__", "__post_init__" ->
                NativeFunction.of(name, "*args, **kwargs", _ -> Nothing.NONE);
            case "__setattr__" -> NativeFunction.of(name, "name, value", given -> {
                self.keep(Text.of(given.get("name"), "name"), given.get("value"));
                return Nothing.NONE;
            });
            case "__repr__", "__str__" ->
                NativeFunction.of(name, "", _ -> new Text("<revision.%s object>".formatted(self.typeName())));
            case "__hash__" -> NativeFunction.of(name, "", _ -> Whole.of(System.identityHashCode(self)));
            case "__eq__" -> NativeFunction.of(name, "other",
                    given -> self == given.get("other") ? Truth.TRUE : Marker.NOT_IMPLEMENTED);
            default -> throw UNREAD.contains(name)
                    ? PythonFault.unreadable("The attribute %s of '%s' isn't read here".formatted(name,
                            self.typeName()))
                    : PythonFault.raised("AttributeError",
                            "'%s' object has no attribute '%s'".formatted(self.typeName(), name));
        };
    }

    /// `super()`: what follows a class in the order of the object's class.
    public record Super(PythonClass after, Value self) implements Value {
        @Override
        public String typeName() {
            return "super";
        }

        @Override
        public Value attribute(String name) {
            var type = self instanceof PythonClass own ? own : BuiltinClasses.of(self);
            var member = type.memberAfter(after, name);
            if (member instanceof Descriptor descriptor) {
                return self instanceof PythonClass own
                        ? descriptor.inClass(own)
                        : descriptor.inObject(self, type);
            }
            if (member != null) {
                return member;
            }
            return beyond(type, name);
        }

        private Value beyond(PythonClass type, String name) {
            if (name.equals("__new__")) {
                return type.attribute("__new__") instanceof NativeFunction own ? own : newObject();
            }
            if (!(self instanceof Instance instance)) {
                return name.equals("__init_subclass__") || name.equals("__init__")
                        ? NativeFunction.of(name, "*args, **kwargs", _ -> Nothing.NONE)
                        : self.attribute(name);
            }
            var beneath = instance.plain();
            if (name.equals("__init__")) {
                return NativeFunction.of(name, "iterable=None, /, *args, **kwargs", given -> fill(beneath, given));
            }
            return beneath == instance ? ObjectMethods.of(instance, name) : changing(beneath, name);
        }

        private static NativeFunction newObject() {
            return NativeFunction.of("__new__", "cls, *args, **kwargs", given -> {
                if (given.get("cls") instanceof PythonClass type) {
                    return type.make(new Arguments(given.rest(), given.namedRest(), given.line()));
                }
                throw PythonFault.raised("TypeError", "object.__new__(X): X is not a type object");
            });
        }

        private static Value changing(Value beneath, String name) {
            return switch (name) {
                case "__setitem__" -> NativeFunction.of(name, "key, value", given -> {
                    beneath.assign(given.get("key"), given.get("value"));
                    return Nothing.NONE;
                });
                case "__delitem__" -> NativeFunction.of(name, "key", given -> {
                    beneath.remove(given.get("key"));
                    return Nothing.NONE;
                });
                default -> beneath.attribute(name);
            };
        }

        private static Value fill(Value beneath, Signature.Bound given) {
            @Nullable
            Value source = given.given("iterable").orElse(null);
            if (beneath instanceof Dictionary map) {
                if (source != null) {
                    map.putAll(source);
                }
                given.namedRest().forEach((key, value) -> map.put(new Text(key), value));
            } else if (beneath instanceof Sequence list && source != null) {
                list.elements().addAll(Sequence.of(source.iterator()).elements());
            } else if (beneath instanceof ValueSet set && source != null) {
                source.iterator().forEachRemaining(set::add);
            }
            return Nothing.NONE;
        }
    }
}
