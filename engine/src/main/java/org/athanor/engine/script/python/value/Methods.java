package org.athanor.engine.script.python.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The methods of one of Python's own types.
public final class Methods<T extends Value> {
    private final String type;
    private final Map<String, Method<T>> byName = new HashMap<>();

    private Methods(String type) {
        this.type = type;
    }

    public static <T extends Value> Methods<T> of(String type) {
        return new Methods<>(type);
    }

    /// What a method does with its object and its arguments.
    @FunctionalInterface
    public interface Body<T> {
        Value apply(T self, Signature.Bound given);
    }

    private record Method<T>(String name, Signature signature, Body<T> body) {}

    /// One more; its parameters as Python writes them, without `self`.
    public Methods<T> with(String name, String parameters, Body<T> body) {
        byName.put(name, new Method<>(name, Signature.of(name, parameters), body));
        return this;
    }

    /// All of another type's, for a type that extends it.
    public Methods<T> withAll(Methods<? super T> others) {
        others.byName.forEach((name, method) -> byName.put(name,
                new Method<>(name, method.signature(), (self, given) -> apply(method, self, given))));
        return this;
    }

    private static <S, T extends S> Value apply(Method<S> method, T self, Signature.Bound given) {
        return method.body().apply(self, given);
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /// The method of this object, or Python's error.
    public Value of(T self, String name) {
        var method = byName.get(name);
        return method == null ? Specials.of(self, type, name) : new Bound<>(self, method);
    }

    private record Bound<T extends Value>(T self, Method<T> method) implements Value {
        @Override
        public String typeName() {
            return "builtin_function_or_method";
        }

        @Override
        public Value call(Arguments arguments) {
            return method.body().apply(self, method.signature().bind(arguments));
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "__name__", "__qualname__" -> new Text(method.name());
                case "__self__" -> self;
                default -> Value.super.attribute(name);
            };
        }

        @Override
        public boolean takesUnresolved() {
            return true;
        }

        @Override
        public String written() {
            return "<built-in method %s of %s object>".formatted(method.name(), self.typeName());
        }
    }
}
