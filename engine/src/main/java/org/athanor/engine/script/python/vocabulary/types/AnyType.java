package org.athanor.engine.script.python.vocabulary.types;

import java.util.Optional;

import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// `TypeEngine`, the class of all types: for annotations, and to ask whether a value is a type.
public final class AnyType implements Value {
    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return member.equals("__name__") ? new Text("TypeEngine") : Value.super.attribute(member);
    }

    @Override
    public Optional<Boolean> describes(Value other) {
        return switch (other) {
            case TypeInstance _ -> Optional.of(true);
            case TypeClass _ -> Optional.of(false);
            default -> Value.super.describes(other);
        };
    }

    /// `TypeEngine | None`
    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return operator == Operator.OR ? Optional.of(this) : Optional.empty();
    }

    /// `TypeEngine[int]`
    @Override
    public Value item(Value key) {
        return this;
    }
}
