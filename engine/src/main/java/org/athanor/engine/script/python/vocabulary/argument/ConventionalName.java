package org.athanor.engine.script.python.vocabulary.argument;

import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// A name that no naming convention changes any more (`op.f("ix_a")`); everywhere else a plain text.
public record ConventionalName(Text text) implements Value {
    @Override
    public String typeName() {
        return "conv";
    }

    @Override
    public Value attribute(String name) {
        return text.attribute(name);
    }

    @Override
    public boolean truth() {
        return text.truth();
    }

    @Override
    public Value item(Value key) {
        return text.item(key);
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return text.operate(operator, right instanceof ConventionalName name ? name.text : right);
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return left.operate(operator, text);
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return text.compare(comparator, right instanceof ConventionalName name ? name.text : right);
    }

    @Override
    public String written() {
        return text.written();
    }

    @Override
    public String shown() {
        return text.shown();
    }
}
