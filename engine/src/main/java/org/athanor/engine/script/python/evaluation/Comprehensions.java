package org.athanor.engine.script.python.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.IteratorValue;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.ValueSet;
import org.jspecify.annotations.Nullable;

/// Comprehensions, and generator expressions, which compute an element when somebody asks for it.
final class Comprehensions {
    private final Evaluation evaluation;

    Comprehensions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Value value(Expression.Comprehension e, Frame frame) {
        for (var loop : e.loops()) {
            if (loop.asynchronous()) {
                throw PythonFault.unreadable("Asynchronous code isn't read here");
            }
        }
        var first = evaluation.expressions().value(e.loops().getFirst().source(), frame).iterator();
        var elements = new Elements(e, frame.inside(Frame.Kind.COMPREHENSION, Scope.NONE), first);
        return switch (e.kind()) {
            case LIST -> Sequence.of(elements);
            case SET -> ValueSet.of(elements, false);
            case DICTIONARY -> dictionary(elements);
            case GENERATOR -> new IteratorValue("generator", elements);
        };
    }

    private static Value dictionary(Iterator<Value> pairs) {
        var map = new Dictionary(Map.of());
        while (pairs.hasNext()) {
            if (pairs.next() instanceof Tuple pair) {
                map.put(pair.elements().get(0), pair.elements().get(1));
            }
        }
        return map;
    }

    /// Goes through the loops, the innermost fastest.
    private final class Elements implements Iterator<Value> {
        private final Expression.Comprehension e;
        private final Frame frame;
        private final List<Iterator<Value>> open = new ArrayList<>();
        private @Nullable Value next;

        Elements(Expression.Comprehension e, Frame frame, Iterator<Value> first) {
            this.e = e;
            this.frame = frame;
            open.add(first);
        }

        @Override
        public boolean hasNext() {
            while (next == null && !open.isEmpty()) {
                advance();
            }
            return next != null;
        }

        private void advance() {
            var loop = e.loops().get(open.size() - 1);
            if (!open.getLast().hasNext()) {
                open.removeLast();
                return;
            }
            evaluation.budget().step();
            var value = open.getLast().next();
            if (loop.target() instanceof Expression.Name name) {
                frame.setHere(name.id(), value);
            } else {
                evaluation.targets().assignHere(loop.target(), value, frame);
            }
            for (var condition : loop.conditions()) {
                if (!evaluation.expressions().value(condition, frame).truth()) {
                    return;
                }
            }
            if (open.size() < e.loops().size()) {
                open.add(evaluation.expressions().value(e.loops().get(open.size()).source(), frame).iterator());
            } else {
                next = element();
            }
        }

        private Value element() {
            var element = evaluation.expressions().value(e.element(), frame);
            return e.value().isPresent()
                    ? Tuple.of(element, evaluation.expressions().value(e.value().get(), frame))
                    : element;
        }

        @Override
        public Value next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var value = next;
            next = null;
            return value;
        }
    }
}
