package org.athanor.engine.script.python.value;

import java.util.Optional;
import java.util.function.Function;

/// A function that is part of the vocabulary, not of the file.
public record NativeFunction(String name, Signature signature, Function<Signature.Bound, Value> body)
        implements
            Value {
    /// A function with Python's own way to write what it takes.
    public static NativeFunction of(String name, String parameters, Function<Signature.Bound, Value> body) {
        return new NativeFunction(name, Signature.of(name, parameters), body);
    }

    @Override
    public String typeName() {
        return "builtin_function_or_method";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "__name__", "__qualname__" -> new Text(name);
            case "__doc__" -> Nothing.NONE;
            case "__module__" -> new Text("builtins");
            default -> Value.super.attribute(member);
        };
    }

    @Override
    public Value call(Arguments arguments) {
        return body.apply(signature.bind(arguments));
    }

    /// A function that stands for a class of the vocabulary knows the objects that carry its name.
    @Override
    public Optional<Boolean> describes(Value other) {
        return other.typeName().equals(name) ? Optional.of(true) : Value.super.describes(other);
    }
}
