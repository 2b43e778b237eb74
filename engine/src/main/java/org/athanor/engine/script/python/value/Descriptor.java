package org.athanor.engine.script.python.value;

import java.util.Optional;

/// A member of a class that is another value where an object, or the class, is asked for it.
public interface Descriptor extends Value {
    Value inObject(Value object, PythonClass type);

    default Value inClass(PythonClass type) {
        return this;
    }

    /// A method, with the object it is called on.
    record BoundMethod(Value self, Value function) implements Value {
        @Override
        public String typeName() {
            return "method";
        }

        @Override
        public Value call(Arguments arguments) {
            return function.call(arguments.after(self));
        }

        @Override
        public boolean takesUnresolved() {
            return true;
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "__self__" -> self;
                case "__func__" -> function;
                default -> function.attribute(name);
            };
        }
    }

    /// `@staticmethod`
    record StaticMethod(Value function) implements Descriptor {
        @Override
        public String typeName() {
            return "staticmethod";
        }

        @Override
        public Value inObject(Value object, PythonClass type) {
            return function;
        }

        @Override
        public Value inClass(PythonClass type) {
            return function;
        }

        @Override
        public Value call(Arguments arguments) {
            return function.call(arguments);
        }
    }

    /// `@classmethod`
    record ClassMethod(Value function) implements Descriptor {
        @Override
        public String typeName() {
            return "classmethod";
        }

        @Override
        public Value inObject(Value object, PythonClass type) {
            return inClass(type);
        }

        @Override
        public Value inClass(PythonClass type) {
            return function instanceof Property property
                    ? property.inObject(type, type)
                    : new BoundMethod(type, function);
        }
    }

    /// `@property`; `cached` keeps what it found in the object.
    record Property(Value getter, Optional<Value> setter, boolean cached) implements Descriptor {
        @Override
        public String typeName() {
            return "property";
        }

        @Override
        public Value inObject(Value object, PythonClass type) {
            return getter.call(Arguments.of(object));
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "fget" -> getter;
                case "fset" -> setter.orElse(Nothing.NONE);
                case "getter" -> NativeFunction.of(name, "fget, /",
                        given -> new Property(given.get("fget"), setter, cached));
                case "setter" -> NativeFunction.of(name, "fset, /",
                        given -> new Property(getter, given.find("fset"), cached));
                case "deleter" -> NativeFunction.of(name, "fdel, /", _ -> this);
                default -> Descriptor.super.attribute(name);
            };
        }
    }

    /// A method of a class that isn't the file's.
    record NativeMethod(String name, Signature signature, Methods.Body<Value> body) implements Descriptor {
        public static NativeMethod of(String name, String parameters, Methods.Body<Value> body) {
            return new NativeMethod(name, Signature.of(name, parameters), body);
        }

        @Override
        public String typeName() {
            return "method_descriptor";
        }

        @Override
        public Value inObject(Value object, PythonClass type) {
            return new BoundMethod(object, this);
        }

        @Override
        public Value call(Arguments arguments) {
            if (arguments.positions().isEmpty()) {
                throw PythonFault.raised("TypeError", "unbound method %s() needs an argument".formatted(name));
            }
            return body.apply(arguments.positions().getFirst(), signature.bind(arguments.rest()));
        }
    }
}
