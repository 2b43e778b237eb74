package org.athanor.engine.script.python.library;

import java.util.Optional;

import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// A name for the reader and for type checkers: `Optional[int]`, `TypeVar('T')`.
public record TypingName(String name) implements Value {
    @Override
    public String typeName() {
        return "_SpecialForm";
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public Value item(Value key) {
        return this;
    }

    @Override
    public Value call(Arguments arguments) {
        return this;
    }

    @Override
    public Value attribute(String member) {
        return member.equals("__name__") ? new Text(name) : Value.super.attribute(member);
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return operator == Operator.OR ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.OR ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String written() {
        return "typing." + name;
    }
}
