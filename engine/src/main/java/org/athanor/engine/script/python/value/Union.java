package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Operator;

/// `int | None`
record Union(List<Value> types) implements Value {
    @Override
    public String typeName() {
        return "UnionType";
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (operator != Operator.OR) {
            return Optional.empty();
        }
        var more = new ArrayList<>(types);
        more.add(right);
        return Optional.of(new Union(List.copyOf(more)));
    }

    @Override
    public Optional<Boolean> describes(Value other) {
        boolean known = true;
        for (var type : types) {
            var answer = type == Nothing.NONE ? Optional.of(other == Nothing.NONE) : type.describes(other);
            if (answer.orElse(false)) {
                return answer;
            }
            known &= answer.isPresent();
        }
        return known ? Optional.of(false) : Optional.empty();
    }

    @Override
    public String written() {
        var out = new StringBuilder();
        for (var type : types) {
            out.append(out.isEmpty() ? "" : " | ")
                    .append(type instanceof PythonClass c ? c.name() : type.written());
        }
        return out.toString();
    }
}
