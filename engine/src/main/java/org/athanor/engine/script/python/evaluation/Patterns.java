package org.athanor.engine.script.python.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.Pattern;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Range;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;

/// `match`
final class Patterns {
    private static final List<String> THEMSELVES = List.of("bool", "bytes", "dict", "float", "frozenset", "int", "list",
            "set", "str", "tuple");

    private final Evaluation evaluation;

    Patterns(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Signal run(Instruction.Match i, Frame frame) {
        var subject = evaluation.expressions().value(i.subject(), frame);
        Unresolved.refuse(subject);
        for (var one : i.cases()) {
            if (matches(one.pattern(), subject, frame) && (one.guard().isEmpty()
                    || evaluation.expressions().value(one.guard().get(), frame).truth())) {
                return evaluation.instructions().run(one.body(), frame);
            }
        }
        return Signal.NEXT;
    }

    private boolean matches(Pattern pattern, Value value, Frame frame) {
        evaluation.budget().step();
        return switch (pattern) {
            case Pattern.Same p -> same(p.value(), value, frame);
            case Pattern.Capture p -> {
                boolean fits = p.pattern().isEmpty() || matches(p.pattern().get(), value, frame);
                if (fits) {
                    bind(p.name(), value, frame);
                }
                yield fits;
            }
            case Pattern.Either p -> {
                for (var one : p.patterns()) {
                    if (matches(one, value, frame)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Pattern.Several p -> several(p.patterns(), value, frame);
            case Pattern.Rest _ -> throw new IllegalStateException("A rest stands among others");
            case Pattern.Mapping p -> mapping(p, value, frame);
            case Pattern.OfClass p -> ofClass(p, value, frame);
        };
    }

    private static void bind(Optional<String> name, Value value, Frame frame) {
        name.ifPresent(n -> frame.set(n, value));
    }

    private boolean same(Expression expression, Value value, Frame frame) {
        var wanted = evaluation.expressions().value(expression, frame);
        return expression instanceof Expression.None || expression instanceof Expression.Truth
                ? Operations.identical(wanted, value)
                : Operations.equal(value, wanted);
    }

    private boolean several(List<Pattern> patterns, Value value, Frame frame) {
        var plain = value.plain();
        if (!(plain instanceof Sequence || plain instanceof Tuple || plain instanceof Range)) {
            return false;
        }
        int rest = -1;
        for (int i = 0; i < patterns.size(); i++) {
            rest = patterns.get(i) instanceof Pattern.Rest ? i : rest;
        }
        var elements = Sequence.of(plain.iterator()).elements();
        int expected = patterns.size() - (rest < 0 ? 0 : 1);
        if (rest < 0 ? elements.size() != expected : elements.size() < expected) {
            return false;
        }
        int extra = elements.size() - expected;
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i) instanceof Pattern.Rest some) {
                bind(some.name(), new Sequence(new ArrayList<>(elements.subList(i, i + extra))), frame);
            } else if (!matches(patterns.get(i), elements.get(rest >= 0 && i > rest ? i + extra - 1 : i), frame)) {
                return false;
            }
        }
        return true;
    }

    private boolean mapping(Pattern.Mapping pattern, Value value, Frame frame) {
        if (!(value.plain() instanceof Dictionary map)) {
            return false;
        }
        var left = map.copy();
        for (var entry : pattern.entries()) {
            var key = evaluation.expressions().value(entry.key(), frame);
            var found = map.find(key);
            if (found == null || !matches(entry.pattern(), found, frame)) {
                return false;
            }
            left.take(key);
        }
        bind(pattern.rest(), left, frame);
        return true;
    }

    private boolean ofClass(Pattern.OfClass pattern, Value value, Frame frame) {
        var type = evaluation.expressions().value(pattern.type(), frame);
        if (!BuiltinClasses.isInstance(value, type)) {
            return false;
        }
        var positions = pattern.positions();
        if (positions.size() == 1 && type instanceof PythonClass own && own.isFixed()
                && THEMSELVES.contains(own.name())) {
            return matches(positions.getFirst(), value, frame);
        }
        if (!positions.isEmpty()) {
            var names = Sequence.of(type.attribute("__match_args__").iterator()).elements();
            if (names.size() < positions.size()) {
                throw PythonFault.raised("TypeError", "%s() accepts %d positional sub-patterns (%d given)"
                        .formatted(type.attribute("__name__").shown(), names.size(), positions.size()));
            }
            for (int i = 0; i < positions.size(); i++) {
                if (!has(value, names.get(i).shown(), positions.get(i), frame)) {
                    return false;
                }
            }
        }
        for (var named : pattern.named()) {
            if (!has(value, named.attribute(), named.pattern(), frame)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(Value value, String attribute, Pattern pattern, Frame frame) {
        Value found;
        try {
            found = value.attribute(attribute);
        } catch (PythonFault fault) {
            if (fault.type().equals("AttributeError")) {
                return false;
            }
            throw fault;
        }
        return matches(pattern, found, frame);
    }
}
