package org.athanor.engine.script.python.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Value;

/// What stands left of `=`: names, attributes, items, and several of them.
final class Targets {
    private static final int MOST = 1_000_000;

    private final Evaluation evaluation;

    Targets(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    void assign(Expression target, Value value, Frame frame) {
        switch (target) {
            case Expression.Name t -> frame.set(t.id(), value);
            case Expression.Attribute t -> evaluation.expressions().value(t.of(), frame).assign(t.name(), value);
            case Expression.Item t -> {
                var of = evaluation.expressions().value(t.of(), frame);
                of.assign(evaluation.expressions().value(t.key(), frame), value);
            }
            case Expression.Tuple t -> unpack(t.elements(), value, frame);
            case Expression.Sequence t -> unpack(t.elements(), value, frame);
            default -> throw PythonFault.raised("SyntaxError", "cannot assign to this expression");
        }
    }

    /// Binds the variable of a loop in a comprehension, which is the comprehension's own.
    void assignHere(Expression target, Value value, Frame frame) {
        claim(target, frame);
        assign(target, value, frame);
    }

    private static void claim(Expression target, Frame frame) {
        switch (target) {
            case Expression.Name t -> frame.setHere(t.id(), Nothing.NONE);
            case Expression.Tuple t -> t.elements().forEach(e -> claim(e, frame));
            case Expression.Sequence t -> t.elements().forEach(e -> claim(e, frame));
            case Expression.Starred t -> claim(t.value(), frame);
            default -> {
                // Nothing is bound by it.
            }
        }
    }

    private void unpack(List<Expression> targets, Value value, Frame frame) {
        int star = -1;
        for (int i = 0; i < targets.size(); i++) {
            star = targets.get(i) instanceof Expression.Starred ? i : star;
        }
        var values = taken(value, star < 0 ? targets.size() + 1 : MOST);
        int expected = star < 0 ? targets.size() : targets.size() - 1;
        if (values.size() < expected) {
            throw PythonFault.raised("ValueError", "not enough values to unpack (expected %s%d, got %d)"
                    .formatted(star < 0 ? "" : "at least ", expected, values.size()));
        }
        if (star < 0 && values.size() > expected) {
            throw PythonFault.raised("ValueError", "too many values to unpack (expected %d)".formatted(expected));
        }
        int extra = values.size() - expected;
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof Expression.Starred starred) {
                assign(starred.value(), new Sequence(values.subList(i, i + extra)), frame);
            } else {
                assign(targets.get(i), values.get(star >= 0 && i > star ? i + extra - 1 : i), frame);
            }
        }
    }

    private static List<Value> taken(Value value, int most) {
        Iterator<Value> elements;
        try {
            elements = value.iterator();
        } catch (PythonFault fault) {
            throw fault.type().equals("TypeError")
                    ? PythonFault.raised("TypeError",
                            "cannot unpack non-iterable %s object".formatted(value.typeName()))
                    : fault;
        }
        var values = new ArrayList<Value>();
        while (values.size() < most && elements.hasNext()) {
            Budget.room(9);
            values.add(elements.next());
        }
        return values;
    }

    /// `target += value`: what is left of the operator is found once.
    void change(Instruction.Change change, Frame frame) {
        var expressions = evaluation.expressions();
        switch (change.target()) {
            case Expression.Name t -> frame.set(t.id(), Operations.change(change.operator(), frame.find(t.id()),
                    expressions.value(change.value(), frame)));
            case Expression.Attribute t -> {
                var of = expressions.value(t.of(), frame);
                of.assign(t.name(), Operations.change(change.operator(), of.attribute(t.name()),
                        expressions.value(change.value(), frame)));
            }
            case Expression.Item t -> {
                var of = expressions.value(t.of(), frame);
                var key = expressions.value(t.key(), frame);
                of.assign(key, Operations.change(change.operator(), of.item(key),
                        expressions.value(change.value(), frame)));
            }
            default -> throw PythonFault.raised("SyntaxError", "illegal expression for augmented assignment");
        }
    }

    void delete(Expression target, Frame frame) {
        switch (target) {
            case Expression.Name t -> frame.remove(t.id());
            case Expression.Attribute t -> evaluation.expressions().value(t.of(), frame).remove(t.name());
            case Expression.Item t -> {
                var of = evaluation.expressions().value(t.of(), frame);
                of.remove(evaluation.expressions().value(t.key(), frame));
            }
            case Expression.Tuple t -> t.elements().forEach(e -> delete(e, frame));
            case Expression.Sequence t -> t.elements().forEach(e -> delete(e, frame));
            default -> throw PythonFault.raised("SyntaxError", "cannot delete this expression");
        }
    }
}
