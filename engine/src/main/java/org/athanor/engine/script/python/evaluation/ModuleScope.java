package org.athanor.engine.script.python.evaluation;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Parameters;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// The names of an evaluated file.
public final class ModuleScope {
    private final Interpreter interpreter;
    private final Frame frame;

    ModuleScope(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    public Optional<Value> name(String name) {
        return frame.names().get(name) instanceof FileFunction function
                ? Optional.of(function)
                : interpreter.during(() -> Optional.ofNullable(frame.own(name)));
    }

    /// What a function of the file takes; nothing if there is no such function.
    public Optional<List<Parameters.Parameter>> parameters(String function) {
        return name(function)
                .flatMap(value -> value instanceof FileFunction own
                        ? Optional.of(own.parameters().parameters())
                        : Optional.empty());
    }

    /// The result of a function of the file.
    public Value call(String function, Arguments arguments) {
        var value = name(function).orElseThrow(
                () -> PythonFault.raised("NameError", "name '%s' is not defined".formatted(function)));
        return interpreter.during(() -> value.call(arguments));
    }
}
