package org.athanor.engine.script.python.evaluation;

import java.util.function.BiFunction;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// A built-in function that looks at the names of its caller: `super()`, `locals()`.
record FrameFunction(String name, BiFunction<Frame, Arguments, Value> body) implements Value {
    Value call(Frame frame, Arguments arguments) {
        return body.apply(frame, arguments);
    }

    @Override
    public Value call(Arguments arguments) {
        throw PythonFault.unreadable("%s() called by another function isn't read here".formatted(name));
    }

    @Override
    public String typeName() {
        return "builtin_function_or_method";
    }

    @Override
    public String written() {
        return "<built-in function %s>".formatted(name);
    }
}
