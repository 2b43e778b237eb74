package org.athanor.engine.script.python.value;

import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `True` and `False`.
public enum Truth implements Value {
    FALSE, TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public String typeName() {
        return "bool";
    }

    @Override
    public Value attribute(String name) {
        return whole().attribute(name);
    }

    @Override
    public boolean truth() {
        return this == TRUE;
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
        return whole().negate();
    }

    @Override
    public Optional<Value> affirm() {
        return whole().affirm();
    }

    @Override
    public Optional<Value> invert() {
        return whole().invert();
    }

    /// 1 or 0, which it equals.
    Whole whole() {
        return Whole.of(this == TRUE ? 1 : 0);
    }

    @Override
    public String written() {
        return this == TRUE ? "True" : "False";
    }

    @Override
    public String format(String specification) {
        return specification.isEmpty() ? written() : whole().format(specification);
    }
}
