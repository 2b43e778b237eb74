package org.athanor.engine.script.python.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Marker;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Slice;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.ValueSet;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.value.Written;

/// The value of an expression.
final class Expressions {
    private final Evaluation evaluation;

    Expressions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Value value(Expression expression, Frame frame) {
        return switch (expression) {
            case Expression.Name e -> frame.find(e.id());
            case Expression.Text e -> new Text(e.value());
            case Expression.Attribute e -> attribute(e, frame);
            case Expression.Call e -> evaluation.calls().call(e, frame);
            case Expression.None _ -> Nothing.NONE;
            case Expression.Truth e -> Truth.of(e.value());
            case Expression.Whole e -> new Whole(e.value());
            case Expression.Real e -> new Real(e.value());
            case Expression.Bytes e -> new Bytes(e.value());
            case Expression.Ellipsis _ -> Marker.ELLIPSIS;
            case Expression.Imaginary _ -> throw PythonFault.unreadable("Complex numbers aren't read here");
            case Expression.Formatted e -> formatted(e, frame);
            case Expression.Field e -> new Text(field(e, frame));
            case Expression.Tuple e -> new Tuple(elements(e.elements(), frame));
            case Expression.Sequence e -> new Sequence(elements(e.elements(), frame));
            case Expression.SetOf e -> ValueSet.of(elements(e.elements(), frame).iterator(), false);
            case Expression.Dictionary e -> dictionary(e, frame);
            case Expression.Item e -> item(e, frame);
            case Expression.Slice e -> slice(e, frame);
            case Expression.Starred _ -> throw PythonFault.raised("SyntaxError",
                    "can't use starred expression here");
            case Expression.Binary e -> binary(e, frame);
            case Expression.Unary e -> unary(e, frame);
            case Expression.Junction e -> junction(e, frame);
            case Expression.Comparison e -> comparison(e, frame);
            case Expression.Conditional e ->
                value(value(e.condition(), frame).truth() ? e.then() : e.otherwise(), frame);
            case Expression.Lambda e -> evaluation.calls().lambda(e, frame);
            case Expression.Assigned e -> assigned(e, frame);
            case Expression.Comprehension e -> evaluation.comprehensions().value(e, frame);
            case Expression.Await _ -> throw PythonFault.unreadable("Asynchronous code isn't read here");
            case Expression.Yield e -> yielded(e, frame);
        };
    }

    private Value attribute(Expression.Attribute e, Frame frame) {
        var of = value(e.of(), frame);
        try {
            return of.attribute(e.name());
        } catch (PythonFault fault) {
            throw fault.at(evaluation.file(), e.line());
        }
    }

    private Value assigned(Expression.Assigned e, Frame frame) {
        var value = value(e.value(), frame);
        frame.set(e.name(), value);
        return value;
    }

    List<Value> elements(List<Expression> written, Frame frame) {
        if (written.isEmpty()) {
            return List.of();
        }
        evaluation.budget().step();
        var values = new ArrayList<Value>(written.size());
        for (var one : written) {
            if (one instanceof Expression.Starred starred) {
                var more = value(starred.value(), frame).iterator();
                while (more.hasNext()) {
                    Budget.room(9);
                    values.add(more.next());
                }
            } else {
                values.add(value(one, frame));
            }
        }
        Budget.room(values.size());
        return values;
    }

    private Value dictionary(Expression.Dictionary e, Frame frame) {
        var map = new Dictionary(Map.of());
        for (var entry : e.entries()) {
            if (entry.key().isPresent()) {
                var key = value(entry.key().get(), frame);
                map.put(key, value(entry.value(), frame));
            } else {
                var more = value(entry.value(), frame);
                if (!(more.plain() instanceof Dictionary)) {
                    Unresolved.refuse(more);
                    throw PythonFault.raised("TypeError", "'%s' object is not a mapping".formatted(more.typeName()));
                }
                map.putAll(more);
            }
        }
        return map;
    }

    private Value item(Expression.Item e, Frame frame) {
        var of = value(e.of(), frame);
        var key = value(e.key(), frame);
        try {
            return of.item(key);
        } catch (PythonFault fault) {
            throw fault.at(evaluation.file(), e.line());
        }
    }

    private Value slice(Expression.Slice e, Frame frame) {
        var from = e.from().isPresent() ? value(e.from().get(), frame) : Nothing.NONE;
        var to = e.to().isPresent() ? value(e.to().get(), frame) : Nothing.NONE;
        return new Slice(from, to, e.step().isPresent() ? value(e.step().get(), frame) : Nothing.NONE);
    }

    private Value binary(Expression.Binary e, Frame frame) {
        var left = value(e.left(), frame);
        var right = value(e.right(), frame);
        try {
            return Operations.operate(e.operator(), left, right);
        } catch (PythonFault fault) {
            throw fault.at(evaluation.file(), e.line());
        }
    }

    private Value unary(Expression.Unary e, Frame frame) {
        var operand = value(e.operand(), frame);
        var result = switch (e.sign()) {
            case NOT -> Optional.<Value>of(Truth.of(!operand.truth()));
            case MINUS -> operand.negate();
            case PLUS -> operand.affirm();
            case INVERT -> operand.invert();
        };
        return result.orElseThrow(() -> PythonFault.raised("TypeError", "bad operand type for unary %s: '%s'".formatted(
                switch (e.sign()) {
                    case MINUS -> "-";
                    case PLUS -> "+";
                    case INVERT -> "~";
                    case NOT -> "not";
                }, operand.typeName())));
    }

    private Value junction(Expression.Junction e, Frame frame) {
        var values = e.values();
        int last = values.size() - 1;
        for (int i = 0; i < last; i++) {
            var value = value(values.get(i), frame);
            if (value.truth() != e.all()) {
                return value;
            }
        }
        return value(values.get(last), frame);
    }

    private Value comparison(Expression.Comparison e, Frame frame) {
        var left = value(e.left(), frame);
        Value result = Truth.TRUE;
        for (int i = 0; i < e.links().size(); i++) {
            var link = e.links().get(i);
            var right = value(link.right(), frame);
            result = compared(link.comparator(), left, right, e.line());
            if (i < e.links().size() - 1 && !result.truth()) {
                return result;
            }
            left = right;
        }
        return result;
    }

    private Value compared(Comparator comparator, Value left, Value right, int line) {
        try {
            return Operations.compare(comparator, left, right);
        } catch (PythonFault fault) {
            throw fault.at(evaluation.file(), line);
        }
    }

    private Value formatted(Expression.Formatted e, Frame frame) {
        if (e.template()) {
            throw PythonFault.unreadable("Template strings aren't read here");
        }
        var out = new StringBuilder();
        for (var part : e.parts()) {
            var text = switch (part) {
                case Expression.Text t -> t.value();
                case Expression.Field f -> field(f, frame);
                default -> value(part, frame).shown();
            };
            Budget.room(text.length());
            out.append(text);
        }
        return new Text(out.toString());
    }

    private String field(Expression.Field e, Frame frame) {
        var value = value(e.value(), frame);
        var converted = switch (e.conversion()) {
            case 'r' -> new Text(value.written());
            case 's' -> new Text(value.shown());
            case 'a' -> new Text(Written.ascii(value.written()));
            default -> value;
        };
        return converted.format(e.format().isPresent() ? value(e.format().get(), frame).shown() : "");
    }

    private Value yielded(Expression.Yield e, Frame frame) {
        var generator = frame.call().flatMap(Frame::generator).orElseThrow(
                () -> PythonFault.unreadable("A yield in this place isn't read here"));
        if (!e.from()) {
            return generator.give(e.value().isPresent() ? value(e.value().get(), frame) : Nothing.NONE);
        }
        var source = value(e.value().orElseThrow(), frame);
        var elements = source.iterator();
        while (elements.hasNext()) {
            generator.give(elements.next());
        }
        return elements instanceof Generator inner ? inner.returned() : Nothing.NONE;
    }
}
