package org.athanor.engine.script.python.value;

import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `float`.
public record Real(double value) implements Value {
    @Override
    public String typeName() {
        return "float";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "real" -> this;
            case "imag" -> new Real(0);
            default -> NumberMethods.REAL.of(this, name);
        };
    }

    @Override
    public boolean truth() {
        return value != 0;
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
        return Optional.of(new Real(-value));
    }

    @Override
    public Optional<Value> affirm() {
        return Optional.of(this);
    }

    @Override
    public String written() {
        return Written.real(value);
    }

    @Override
    public String format(String specification) {
        return FormatSpecification.of(specification).real(value);
    }

    @Override
    public boolean equals(Object other) {
        return Numbers.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Numbers.hash(value);
    }
}
