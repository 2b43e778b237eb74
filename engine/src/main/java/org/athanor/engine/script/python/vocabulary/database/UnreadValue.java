package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;
import java.util.function.Function;

import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Value;

/// A word that may be imported and named, but whose use is a fault: revisions import more than they use.
public record UnreadValue(String name, Function<String, PythonFault> fault) implements Unknown {
    public static UnreadValue unreadable(String name, String reason) {
        return new UnreadValue(name, n -> PythonFault.unreadable("%s: %s".formatted(n, reason)));
    }

    public static UnreadValue live(String name, String reason) {
        return new UnreadValue(name, n -> PythonFault.live("%s %s".formatted(n, reason)));
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return member.equals("__name__")
                ? new Text(name.substring(name.lastIndexOf('.') + 1))
                : new UnreadValue(name + "." + member, fault);
    }

    @Override
    public PythonFault used() {
        return fault.apply(name);
    }

    @Override
    public Value call(Arguments arguments) {
        throw fault.apply(name + "()");
    }

    @Override
    public boolean truth() {
        return true;
    }

    /// `Connection | None` in an annotation.
    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (operator == Operator.OR) {
            return Optional.of(this);
        }
        throw used();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operate(operator, left);
    }

    @Override
    public Value item(Value key) {
        return this;
    }
}
