package org.athanor.engine.script.python.library;

import java.util.function.Function;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// A function that may be given what isn't known here: it only passes it on, or does nothing.
record Tolerant(String name, Signature signature, Function<Signature.Bound, Value> body) implements Value {
    static Tolerant of(String name, String parameters, Function<Signature.Bound, Value> body) {
        return new Tolerant(name, Signature.of(name, parameters), body);
    }

    /// A function whose effects don't matter to a revision.
    static Tolerant nothing(String name) {
        return of(name, "*args, **kwargs", _ -> Nothing.NONE);
    }

    @Override
    public String typeName() {
        return "builtin_function_or_method";
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public Value call(Arguments arguments) {
        return body.apply(signature.bind(arguments));
    }

    @Override
    public Value attribute(String member) {
        return member.equals("__name__") || member.equals("__qualname__")
                ? new Text(name)
                : Value.super.attribute(member);
    }

    @Override
    public String written() {
        return "<built-in function %s>".formatted(name);
    }
}
