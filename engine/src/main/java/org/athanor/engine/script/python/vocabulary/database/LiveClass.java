package org.athanor.engine.script.python.vocabulary.database;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// A class or function of the ORM: it may be extended, called and named, and models may be built with it; what comes out
/// of it lives on a live database.
public record LiveClass(String name, String reason) implements Value {
    private static final Set<String> MAKERS = Set.of("async_sessionmaker", "automap_base", "registry", "aliased");

    private PythonFault live() {
        return PythonFault.live(reason);
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return new LiveClass(name + "." + member, reason);
    }

    @Override
    public void assign(String member, Value other) {
        // What a model is told is told to nobody here.
    }

    /// A maker of classes gives another class.
    @Override
    public Value call(Arguments arguments) {
        if (name.equals("declarative_base")) {
            return ModelBase.of("declarative_base()", reason, arguments.named());
        }
        if (name.equals("Session")) {
            return new SessionMaker(this, Optional.empty(), false).call(arguments);
        }
        if (name.equals("sessionmaker") || name.equals("scoped_session")) {
            return SessionMaker.of(new LiveClass(name + "()", reason), arguments, name.equals("scoped_session"));
        }
        return MAKERS.contains(name) ? new LiveClass(name + "()", reason) : new LiveValue(name, reason);
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public Optional<Value> extend(String child, Map<String, Value> body) {
        return Optional.of(name.startsWith("DeclarativeBase")
                ? ModelBase.of(child, reason, body)
                : new LiveClass(child, reason));
    }

    @Override
    public Value item(Value key) {
        return this;
    }

    @Override
    public Iterator<Value> iterator() {
        throw live();
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (operator == Operator.OR) {
            return Optional.of(this);
        }
        throw live();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operate(operator, left);
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        throw live();
    }

    @Override
    public Value enter() {
        throw live();
    }

    @Override
    public String written() {
        throw live();
    }
}
