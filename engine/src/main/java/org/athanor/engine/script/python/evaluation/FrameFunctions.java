package org.athanor.engine.script.python.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.athanor.engine.script.python.library.Library;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.ObjectMethods;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// The built-in functions that depend on where they are called.
final class FrameFunctions {
    /// All built-in names: these and the others.
    static final Map<String, Value> ALL = with(Library.builtins());

    private FrameFunctions() {}

    private static Map<String, Value> with(Map<String, Value> others) {
        var all = new HashMap<>(others);
        add(all, "super", FrameFunctions::parent);
        add(all, "globals", (frame, _) -> names(frame.module()));
        add(all, "locals", (frame, _) -> names(frame));
        add(all, "vars", (frame, arguments) -> arguments.isEmpty()
                ? names(frame)
                : arguments.positions().getFirst().attribute("__dict__"));
        for (var name : List.of("eval", "exec", "compile", "__import__", "input", "breakpoint", "dir",
                "memoryview", "help", "bytearray", "aiter", "anext", "exit", "quit", "copyright", "credits",
                "license")) {
            add(all, name, (_, _) -> {
                throw PythonFault.unreadable("%s() isn't read here".formatted(name));
            });
        }
        return all;
    }

    private static void add(Map<String, Value> all, String name,
            BiFunction<Frame, Arguments, Value> body) {
        all.put(name, new FrameFunction(name, body));
    }

    private static Value names(Frame frame) {
        var names = new Dictionary(Map.of());
        for (var name : List.copyOf(frame.names().keySet())) {
            var value = frame.own(name);
            if (value != null) {
                names.put(new Text(name), value);
            }
        }
        return names.ofNames();
    }

    private static Value parent(Frame frame, Arguments arguments) {
        if (arguments.positions().size() == 2 && arguments.positions().getFirst() instanceof PythonClass type) {
            return new ObjectMethods.Super(type, arguments.positions().get(1));
        }
        for (var call = frame.call(); call.isPresent(); call = call.get().outer().flatMap(Frame::call)) {
            var function = call.get().function();
            if (function.isPresent() && function.get().owner().isPresent()
                    && !function.get().parameters().parameters().isEmpty()) {
                var self = function.get().parameters().parameters().getFirst().name();
                return new ObjectMethods.Super(function.get().owner().get(), call.get().find(self));
            }
        }
        throw PythonFault.raised("RuntimeError", "super(): no arguments");
    }
}
