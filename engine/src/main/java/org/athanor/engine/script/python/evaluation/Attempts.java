package org.athanor.engine.script.python.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;

import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;

/// `try` and `raise`. Only exceptions of Python's are caught: what can't be read stays so.
final class Attempts {
    private final Evaluation evaluation;
    private final Deque<PythonFault> handled = new ArrayDeque<>();

    Attempts(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Signal run(Instruction.Try i, Frame frame) {
        Signal signal;
        try {
            signal = handled(i, frame);
        } catch (PythonFault fault) {
            if (fault.kind() == PythonFault.Kind.RAISED) {
                var last = evaluation.instructions().run(i.lastly(), frame);
                if (last != Signal.NEXT) {
                    return last;
                }
            }
            throw fault;
        }
        var returned = frame.returned();
        var last = evaluation.instructions().run(i.lastly(), frame);
        if (last == Signal.NEXT) {
            frame.returns(returned);
            return signal;
        }
        return last;
    }

    private Signal handled(Instruction.Try i, Frame frame) {
        Signal signal;
        int before = evaluation.interpreter().surroundings().modules().written();
        try {
            signal = evaluation.instructions().run(i.body(), frame);
        } catch (PythonFault fault) {
            if (fault.kind() != PythonFault.Kind.RAISED) {
                throw fault;
            }
            return handle(i, fault, frame);
        }
        if (evaluation.interpreter().surroundings().modules().written() > before && mayGoOn(i)) {
            throw PythonFault.live("try: goes on where the database refuses a statement").at(evaluation.file(),
                    i.handlers().getFirst().line());
        }
        if (signal == Signal.NEXT) {
            signal = evaluation.instructions().run(i.otherwise(), frame);
        }
        doubt(i, frame);
        return signal;
    }

    /// Where it isn't known whether a module could be imported, neither are the names that depend on it.
    private void doubt(Instruction.Try i, Frame frame) {
        var doubt = new OptionalImports(evaluation.imports(), evaluation.file()).doubt(i);
        if (doubt.isPresent()) {
            if (!OptionalImports.onlyBinds(i)) {
                throw doubt.get();
            }
            Interpreter.spoil(i, doubt.get(), frame);
        }
    }

    private static boolean mayGoOn(Instruction.Try i) {
        return i.handlers().stream().anyMatch(Attempts::goesOn);
    }

    /// Whether a handler doesn't end in `raise`.
    static boolean goesOn(Instruction.Try.Handler handler) {
        return handler.body().isEmpty() || !(handler.body().getLast() instanceof Instruction.Raise);
    }

    private Signal handle(Instruction.Try i, PythonFault fault, Frame frame) {
        var exception = ExceptionClasses.of(fault);
        for (var handler : i.handlers()) {
            if (handler.group()) {
                throw PythonFault.unreadable("except* isn't read here").at(evaluation.file(), handler.line());
            }
            if (handler.type().isPresent() && !matches(
                    evaluation.expressions().value(handler.type().get(), frame), fault, exception)) {
                continue;
            }
            handler.name().ifPresent(name -> frame.set(name, exception));
            handled.push(PythonFault.raised(fault.type(), fault.reason(), exception).at(fault.file(), fault.line()));
            try {
                return evaluation.instructions().run(handler.body(), frame);
            } finally {
                handled.pop();
                handler.name().ifPresent(name -> {
                    if (frame.look(name) != null) {
                        frame.remove(name);
                    }
                });
            }
        }
        throw fault;
    }

    private static boolean matches(Value type, PythonFault fault, Value exception) {
        return switch (type) {
            case Unresolved unresolved -> throw PythonFault.unreadable("Whether %s is caught as %s isn't known here"
                    .formatted(fault.type(), unresolved.name()));
            case Tuple types -> {
                for (var one : types.elements()) {
                    if (matches(one, fault, exception)) {
                        yield true;
                    }
                }
                yield false;
            }
            case PythonClass wanted -> exception instanceof Instance instance && instance.type().isWithin(wanted)
                    || wanted.name().equals(fault.type())
                    || !(exception instanceof Instance) && wanted.name().endsWith("Exception");
            default -> type.attribute("__name__").shown().equals(fault.type());
        };
    }

    PythonFault raised(Instruction.Raise i, Frame frame) {
        if (i.exception().isEmpty()) {
            return handled.isEmpty()
                    ? PythonFault.raised("RuntimeError", "No active exception to reraise")
                    : handled.peek();
        }
        var fault = ExceptionClasses.raised(evaluation.expressions().value(i.exception().get(), frame));
        Instructions.exception(fault).ifPresent(exception -> {
            if (!handled.isEmpty()) {
                exception.keep("__context__", ExceptionClasses.of(handled.peek()));
            }
            i.cause().ifPresent(c -> exception.keep("__cause__", evaluation.expressions().value(c, frame)));
        });
        return fault;
    }
}
