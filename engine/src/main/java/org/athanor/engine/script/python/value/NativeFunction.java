package org.athanor.engine.script.python.value;

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
    public Value call(Arguments arguments) {
        return body.apply(signature.bind(arguments));
    }

    @Override
    public String written() {
        return "<built-in function %s>".formatted(name);
    }
}
