package org.athanor.engine.script.python.value;

import java.math.BigInteger;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `int`.
public record Whole(BigInteger value) implements Value {
    private static final int LONGEST = 14_300;

    public static Whole of(long value) {
        return new Whole(BigInteger.valueOf(value));
    }

    /// The number as an index or a count.
    public int index() {
        return value.bitLength() < 32 ? value.intValue() : value.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }

    /// The index that a value stands for.
    public static int index(Value value) {
        var whole = Numbers.whole(value);
        if (whole == null) {
            Unresolved.refuse(value);
            throw PythonFault.raised("TypeError",
                    "'%s' object cannot be interpreted as an integer".formatted(value.typeName()));
        }
        return new Whole(whole).index();
    }

    /// How often something is repeated.
    static int times(Value value) {
        var whole = Numbers.whole(value);
        if (whole != null && whole.bitLength() > 63) {
            throw PythonFault.raised("OverflowError", "cannot fit 'int' into an index-sized integer");
        }
        return index(value);
    }

    @Override
    public String typeName() {
        return "int";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "real", "numerator" -> this;
            case "imag" -> of(0);
            case "denominator" -> of(1);
            default -> NumberMethods.WHOLE.of(this, name);
        };
    }

    @Override
    public boolean truth() {
        return value.signum() != 0;
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return Numbers.operate(operator, this, right);
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return Numbers.operate(operator, left, this);
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return Numbers.compare(comparator, this, right);
    }

    @Override
    public Optional<Value> negate() {
        return Optional.of(new Whole(value.negate()));
    }

    @Override
    public Optional<Value> affirm() {
        return Optional.of(this);
    }

    @Override
    public Optional<Value> invert() {
        return Optional.of(new Whole(value.not()));
    }

    @Override
    public String written() {
        if (value.bitLength() > LONGEST) {
            throw PythonFault.raised("ValueError", "Exceeds the limit (4300 digits) for integer string conversion; "
                    + "use sys.set_int_max_str_digits() to increase the limit");
        }
        return value.toString();
    }

    @Override
    public String format(String specification) {
        return FormatSpecification.of(specification).whole(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Whole whole ? value.equals(whole.value) : Numbers.equal(this, other);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
