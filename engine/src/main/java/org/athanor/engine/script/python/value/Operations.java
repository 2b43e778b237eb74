package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// What Python's operators do with any two values: ask the left one, then the right one, then give Python's error.
@SuppressWarnings("ReferenceEquality") // Python's objects are one or they are not.
public final class Operations {
    private Operations() {}

    public static Value operate(Operator operator, Value left, Value right) {
        var result = right instanceof Unresolved ? right.operate(operator, left) : left.operate(operator, right);
        if (result.isEmpty()) {
            result = right.operateReversed(operator, left);
        }
        return result.orElseThrow(() -> PythonFault.raised("TypeError",
                "unsupported operand type(s) for %s: '%s' and '%s'"
                        .formatted(operator == Operator.POWER ? "** or pow()" : operator.written(), left.typeName(),
                                right.typeName())));
    }

    /// `left += right`
    public static Value change(Operator operator, Value left, Value right) {
        var changed = left.change(operator, right);
        return changed.isPresent() ? changed.get() : operate(operator, left, right);
    }

    public static Value compare(Comparator comparator, Value left, Value right) {
        return switch (comparator) {
            case IS -> Truth.of(identical(left, right));
            case IS_NOT -> Truth.of(!identical(left, right));
            case IN -> Truth.of(right.contains(left));
            case NOT_IN -> Truth.of(!right.contains(left));
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(comparator, left, right);
        };
    }

    private static Value order(Comparator comparator, Value left, Value right) {
        var result = right instanceof Unresolved ? right.compare(comparator, left) : left.compare(comparator, right);
        if (result.isEmpty()) {
            result = right.compare(mirrored(comparator), left);
        }
        if (result.isPresent()) {
            return result.get();
        }
        return switch (comparator) {
            case EQUAL -> Truth.of(left.equals(right));
            case NOT_EQUAL -> Truth.of(!left.equals(right));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IS, IS_NOT, IN, NOT_IN ->
                throw PythonFault.raised("TypeError", "'%s' not supported between instances of '%s' and '%s'"
                        .formatted(comparator.written(), left.typeName(), right.typeName()));
        };
    }

    private static Comparator mirrored(Comparator comparator) {
        return switch (comparator) {
            case LESS -> Comparator.GREATER;
            case LESS_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
            case GREATER -> Comparator.LESS;
            case GREATER_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL, IS, IS_NOT, IN, NOT_IN -> comparator;
        };
    }

    /// `is`: equal texts and small numbers are one in Python too, nearly always.
    public static boolean identical(Value left, Value right) {
        if (left instanceof Unresolved || right instanceof Unresolved) {
            Unresolved.refuse(left);
            Unresolved.refuse(right);
        }
        return left == right || (left instanceof Text || left instanceof Whole) && left.getClass() == right.getClass()
                && left.equals(right);
    }

    /// `==`, as a fact.
    public static boolean equal(Value left, Value right) {
        return order(Comparator.EQUAL, left, right).truth();
    }

    /// One value, or equal ones: how containers look for an element.
    public static boolean same(Value left, Value right) {
        return left == right || equal(left, right);
    }

    public static boolean less(Value left, Value right) {
        return order(Comparator.LESS, left, right).truth();
    }

    /// How `<` orders two values, for sorting.
    public static int order(Value left, Value right) {
        if (left instanceof Text a && right instanceof Text b) {
            Budget.time(1);
            return Characters.compare(a.value(), b.value());
        }
        Budget.time(1);
        return less(left, right) ? -1 : less(right, left) ? 1 : 0;
    }

    /// What `<` and the like say of two sequences: the first difference decides.
    static Optional<Value> compare(Comparator comparator, Iterator<Value> left, Iterator<Value> right) {
        while (left.hasNext() && right.hasNext()) {
            var a = left.next();
            var b = right.next();
            if (!same(a, b)) {
                return switch (comparator) {
                    case EQUAL -> Optional.of(Truth.FALSE);
                    case NOT_EQUAL -> Optional.of(Truth.TRUE);
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IS, IS_NOT, IN, NOT_IN ->
                        Optional.of(order(comparator, a, b));
                };
            }
        }
        return decide(comparator, Boolean.compare(left.hasNext(), right.hasNext()));
    }

    /// What a comparison says of values that are ordered so.
    static Optional<Value> decide(Comparator comparator, int order) {
        return switch (comparator) {
            case EQUAL -> Optional.of(Truth.of(order == 0));
            case NOT_EQUAL -> Optional.of(Truth.of(order != 0));
            case LESS -> Optional.of(Truth.of(order < 0));
            case LESS_OR_EQUAL -> Optional.of(Truth.of(order <= 0));
            case GREATER -> Optional.of(Truth.of(order > 0));
            case GREATER_OR_EQUAL -> Optional.of(Truth.of(order >= 0));
            case IS, IS_NOT, IN, NOT_IN -> Optional.empty();
        };
    }

    /// What `==` and `!=` say of values that have no order.
    static Optional<Value> decide(Comparator comparator, boolean equal) {
        return switch (comparator) {
            case EQUAL -> Optional.of(Truth.of(equal));
            case NOT_EQUAL -> Optional.of(Truth.of(!equal));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IS, IS_NOT, IN, NOT_IN -> Optional.empty();
        };
    }
}
