package org.athanor.engine.script.python.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.Parameters;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.jspecify.annotations.Nullable;

/// Functions: how they are defined, and how they are called.
final class Calls {
    private final Evaluation evaluation;

    Calls(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Value call(Expression.Call e, Frame frame) {
        evaluation.budget().step();
        try {
            var function = evaluation.expressions().value(e.function(), frame);
            if (function instanceof Unresolved unresolved) {
                throw unresolved.used();
            }
            var arguments = arguments(e.arguments(), e.keywords(), e.line(), frame);
            if (function instanceof FrameFunction inFrame) {
                return inFrame.call(frame, arguments);
            }
            if (!function.takesUnresolved()) {
                arguments.refuseUnresolved();
            }
            return called(function, arguments);
        } catch (PythonFault fault) {
            throw fault.at(evaluation.file(), e.line());
        }
    }

    /// A function of ours that can't take an argument that isn't known fails for that reason, not for Python's: no `except`
    /// may go on from there.
    private static Value called(Value function, Arguments arguments) {
        try {
            return function.call(arguments);
        } catch (PythonFault fault) {
            if (fault.kind() == PythonFault.Kind.RAISED && fault.exception().isEmpty()
                    && !function.takesUnresolved()) {
                throw Unknown.in(arguments.positions()).or(() -> Unknown.in(arguments.named().values()))
                        .map(Unknown::used).orElse(fault);
            }
            throw fault;
        }
    }

    Arguments arguments(List<Expression> written, List<Expression.Keyword> keywords, int line, Frame frame) {
        var positions = evaluation.expressions().elements(written, frame);
        if (keywords.isEmpty()) {
            return Arguments.handedOver(positions, Map.of(), line);
        }
        var named = new LinkedHashMap<String, Value>();
        for (var keyword : keywords) {
            var value = evaluation.expressions().value(keyword.value(), frame);
            if (keyword.name().isPresent()) {
                put(named, keyword.name().get(), value);
            } else {
                spread(named, value);
            }
        }
        return Arguments.handedOver(positions, named, line);
    }

    private static void spread(Map<String, Value> named, Value value) {
        if (!(value.plain() instanceof Dictionary map)) {
            Unresolved.refuse(value);
            throw PythonFault.raised("TypeError",
                    "argument after ** must be a mapping, not %s".formatted(value.typeName()));
        }
        map.entries().forEach((key, argument) -> {
            if (!(key.plain() instanceof Text text)) {
                throw PythonFault.raised("TypeError", "keywords must be strings");
            }
            put(named, text.value(), argument);
        });
    }

    private static void put(Map<String, Value> named, String name, Value value) {
        if (named.put(name, value) != null) {
            throw PythonFault.raised("TypeError", "got multiple values for keyword argument '%s'".formatted(name));
        }
    }

    Value lambda(Expression.Lambda e, Frame frame) {
        return new FileFunction(evaluation, "<lambda>", e.parameters(), fallbacks(e.parameters(), frame), List.of(),
                Optional.of(e.body()), frame.closure(), false);
    }

    /// A function as `def` makes it, decorated.
    Value define(Instruction.Function f, Frame frame) {
        Value value = new FileFunction(evaluation, f.name(), f.parameters(), fallbacks(f.parameters(), frame),
                f.body(), Optional.empty(), frame.closure(), f.asynchronous());
        return decorated(f.decorators(), value, frame);
    }

    Value decorated(List<Expression> decorators, Value value, Frame frame) {
        var decorated = value;
        for (int i = decorators.size() - 1; i >= 0; i--) {
            var decorator = evaluation.expressions().value(decorators.get(i), frame);
            decorated = decorator.call(new Arguments(List.of(decorated), Map.of(), decorators.get(i).line()));
        }
        return decorated;
    }

    private List<Optional<Value>> fallbacks(Parameters parameters, Frame frame) {
        if (parameters.parameters().isEmpty()) {
            return List.of();
        }
        var fallbacks = new ArrayList<Optional<Value>>();
        for (var parameter : parameters.parameters()) {
            @Nullable
            Value fallback = parameter.fallback().isPresent()
                    ? evaluation.expressions().value(parameter.fallback().get(), frame)
                    : null;
            fallbacks.add(Optional.ofNullable(fallback));
        }
        return fallbacks;
    }
}
