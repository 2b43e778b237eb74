package org.athanor.engine.script.python.value;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;

/// `range`
public record Range(BigInteger from, BigInteger to, BigInteger step) implements Value {
    public Range {
        if (step.signum() == 0) {
            throw PythonFault.raised("ValueError", "range() arg 3 must not be zero");
        }
    }

    private BigInteger count() {
        var distance = step.signum() > 0 ? to.subtract(from) : from.subtract(to);
        return distance.signum() <= 0
                ? BigInteger.ZERO
                : distance.subtract(BigInteger.ONE).divide(step.abs()).add(BigInteger.ONE);
    }

    @Override
    public String typeName() {
        return "range";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "start" -> new Whole(from);
            case "stop" -> new Whole(to);
            case "step" -> new Whole(step);
            default -> SequenceMethods.RANGE.of(this, name);
        };
    }

    @Override
    public boolean truth() {
        return count().signum() > 0;
    }

    @Override
    public int size() {
        var count = count();
        if (count.bitLength() > 31) {
            throw PythonFault.raised("OverflowError", "Python int too large to convert to C ssize_t");
        }
        return count.intValue();
    }

    @Override
    public boolean contains(Value element) {
        var whole = Numbers.whole(element);
        if (whole == null) {
            return element instanceof Real real && real.value() == Math.rint(real.value())
                    && contains(new Whole(new java.math.BigDecimal(real.value()).toBigInteger()));
        }
        var distance = whole.subtract(from);
        return distance.mod(step.abs()).signum() == 0 && distance.signum() * step.signum() >= 0
                && distance.divide(step).compareTo(count()) < 0;
    }

    @Override
    public Iterator<Value> iterator() {
        return new Iterator<>() {
            private BigInteger next = from;

            @Override
            public boolean hasNext() {
                return next.compareTo(to) * step.signum() < 0;
            }

            @Override
            public Value next() {
                var value = new Whole(next);
                next = next.add(step);
                return value;
            }
        };
    }

    @Override
    public Value item(Value key) {
        if (key instanceof Slice slice) {
            var within = slice.within(size());
            var stride = step.multiply(BigInteger.valueOf(within.step()));
            return new Range(at(within.from()), at(within.to()), stride);
        }
        return new Whole(at(Slice.index(key, size(), "range object")));
    }

    private BigInteger at(int index) {
        return from.add(step.multiply(BigInteger.valueOf(index)));
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right instanceof Range other ? Operations.decide(comparator, equals(other)) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Range range && count().equals(range.count()) && (count().signum() == 0
                || from.equals(range.from) && (count().equals(BigInteger.ONE) || step.equals(range.step)));
    }

    @Override
    public int hashCode() {
        return count().hashCode();
    }

    @Override
    public String written() {
        return step.equals(BigInteger.ONE)
                ? "range(%s, %s)".formatted(from, to)
                : "range(%s, %s, %s)".formatted(from, to, step);
    }
}
