package org.athanor.engine.script.python.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// What instructions do.
final class Instructions {
    private final Evaluation evaluation;
    private final Attempts attempts;

    Instructions(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.attempts = new Attempts(evaluation);
    }

    Signal run(List<Instruction> body, Frame frame) {
        for (int i = 0; i < body.size(); i++) {
            var signal = run(body.get(i), frame);
            if (signal != Signal.NEXT) {
                return signal;
            }
        }
        return Signal.NEXT;
    }

    Signal run(Instruction instruction, Frame frame) {
        evaluation.budget().step();
        try {
            return switch (instruction) {
                case Instruction.If i -> run(value(i.condition(), frame).truth() ? i.then() : i.otherwise(), frame);
                case Instruction.For i -> loop(i, frame);
                case Instruction.While i -> loop(i, frame);
                case Instruction.With i -> with(i, 0, frame);
                case Instruction.Try i -> attempts.run(i, frame);
                case Instruction.Match i -> evaluation.patterns().run(i, frame);
                case Instruction.Return i -> returned(i, frame);
                case Instruction.Break _ -> Signal.BREAK;
                case Instruction.Continue _ -> Signal.CONTINUE;
                default -> {
                    simple(instruction, frame);
                    yield Signal.NEXT;
                }
            };
        } catch (PythonFault fault) {
            throw fault.at(evaluation.file(), instruction.line());
        }
    }

    private Value value(Expression expression, Frame frame) {
        return evaluation.expressions().value(expression, frame);
    }

    private void simple(Instruction instruction, Frame frame) {
        switch (instruction) {
            case Instruction.Evaluate i -> value(i.value(), frame);
            case Instruction.Assign i -> {
                var value = value(i.value(), frame);
                for (var target : i.targets()) {
                    evaluation.targets().assign(target, value, frame);
                }
            }
            case Instruction.Annotate i -> annotate(i, frame);
            case Instruction.Change i -> evaluation.targets().change(i, frame);
            case Instruction.Delete i -> i.targets().forEach(t -> evaluation.targets().delete(t, frame));
            case Instruction.Raise i -> throw attempts.raised(i, frame);
            case Instruction.Assert i -> check(i, frame);
            case Instruction.Import i -> evaluation.imports().run(i, frame);
            case Instruction.ImportFrom i -> evaluation.imports().run(i, frame);
            case Instruction.Function i -> frame.set(i.name(), evaluation.calls().define(i, frame));
            case Instruction.ClassOf i -> frame.set(i.name(), evaluation.classes().define(i, frame));
            case Instruction.TypeAlias i -> frame.set(i.name(), Nothing.NONE);
            case Instruction.Pass _,Instruction.Global _,Instruction.Nonlocal _ -> {
                // Nothing is done.
            }
            default -> throw new IllegalStateException("Not simple: " + instruction);
        }
    }

    private void annotate(Instruction.Annotate i, Frame frame) {
        if (i.value().isPresent()) {
            evaluation.targets().assign(i.target(), value(i.value().get(), frame), frame);
        }
        if (frame.kind() == Frame.Kind.CLASS && i.target() instanceof Expression.Name name) {
            var annotations = frame.names().computeIfAbsent("__annotations__", _ -> new Dictionary(Map.of()));
            annotations.assign(new Text(name.id()), new Text(annotation(i.annotation())));
        }
    }

    /// The outermost name of an annotation: enough to know what isn't a field.
    private static String annotation(Expression annotation) {
        return switch (annotation) {
            case Expression.Name n -> n.id();
            case Expression.Attribute a -> a.name();
            case Expression.Item i -> annotation(i.of());
            case Expression.Text t -> t.value();
            default -> "";
        };
    }

    private void check(Instruction.Assert i, Frame frame) {
        if (!value(i.condition(), frame).truth()) {
            var exception = i.message().isPresent()
                    ? ExceptionClasses.instance("AssertionError", value(i.message().get(), frame))
                    : ExceptionClasses.instance("AssertionError");
            throw ExceptionClasses.raised(exception);
        }
    }

    private Signal returned(Instruction.Return i, Frame frame) {
        frame.returns(i.value().isPresent() ? value(i.value().get(), frame) : Nothing.NONE);
        return Signal.RETURN;
    }

    private Signal loop(Instruction.For i, Frame frame) {
        if (i.asynchronous()) {
            throw PythonFault.unreadable("Asynchronous code isn't read here");
        }
        var elements = value(i.source(), frame).iterator();
        while (elements.hasNext()) {
            evaluation.budget().step();
            evaluation.targets().assign(i.target(), elements.next(), frame);
            var signal = run(i.body(), frame);
            if (signal == Signal.BREAK) {
                return Signal.NEXT;
            }
            if (signal == Signal.RETURN) {
                return signal;
            }
        }
        return run(i.otherwise(), frame);
    }

    private Signal loop(Instruction.While i, Frame frame) {
        while (value(i.condition(), frame).truth()) {
            evaluation.budget().step();
            var signal = run(i.body(), frame);
            if (signal == Signal.BREAK) {
                return Signal.NEXT;
            }
            if (signal == Signal.RETURN) {
                return signal;
            }
        }
        return run(i.otherwise(), frame);
    }

    private Signal with(Instruction.With i, int index, Frame frame) {
        if (i.asynchronous()) {
            throw PythonFault.unreadable("Asynchronous code isn't read here");
        }
        if (index == i.managed().size()) {
            return run(i.body(), frame);
        }
        var managed = i.managed().get(index);
        var manager = value(managed.manager(), frame);
        var entered = manager.enter();
        Signal signal;
        try {
            if (managed.as().isPresent()) {
                evaluation.targets().assign(managed.as().get(), entered, frame);
            }
            signal = with(i, index + 1, frame);
        } catch (PythonFault fault) {
            if (fault.kind() == PythonFault.Kind.RAISED && manager.exit(Optional.of(fault))) {
                return Signal.NEXT;
            }
            throw fault;
        }
        manager.exit(Optional.empty());
        return signal;
    }

    /// An exception object, where a fault is one.
    static Optional<Instance> exception(PythonFault fault) {
        return ExceptionClasses.of(fault) instanceof Instance instance ? Optional.of(instance) : Optional.empty();
    }
}
