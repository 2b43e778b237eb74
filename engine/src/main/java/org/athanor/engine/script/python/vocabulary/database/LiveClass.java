package org.athanor.engine.script.python.vocabulary.database;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Value;

/// A class or function of the ORM. It may be named and extended, and some of them may be called, because that alone does
/// nothing to a database; whatever else is done with it works on rows that a live database has.
record LiveClass(String name, String reason) implements Unknown {
    /// Makers of classes and sessions: what they give may be called in turn.
    private static final Set<String> MAKERS = Set.of("async_sessionmaker", "automap_base", "registry");
    /// What describes a model, and sessions that nobody has asked anything yet.
    private static final Set<String> SILENT = Set.of("AsyncSession", "async_sessionmaker()", "aliased", "relationship",
            "backref", "mapped_column", "declared_attr", "validates",
            "column_property", "deferred", "synonym", "composite", "foreign", "remote", "declarative_mixin",
            "reconstructor", "hybrid_property", "hybrid_method", "association_proxy", "joinedload", "selectinload",
            "subqueryload", "lazyload", "load_only", "defer", "undefer");

    @Override
    public PythonFault used() {
        return PythonFault.live(reason);
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return new LiveValue(name + "." + member, reason);
    }

    @Override
    public Value call(Arguments arguments) {
        if (name.equals("declarative_base")) {
            return ModelBase.of("Base", reason, arguments.named());
        }
        if (name.equals("Session")) {
            return new SessionMaker(this, Optional.empty(), false).call(arguments);
        }
        if (name.equals("sessionmaker") || name.equals("scoped_session")) {
            return SessionMaker.of(new LiveClass(name + "()", reason), arguments, name.equals("scoped_session"));
        }
        if (MAKERS.contains(name)) {
            return new LiveClass(name + "()", reason);
        }
        if (SILENT.contains(name)) {
            return new Mapping(name, reason);
        }
        throw used();
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public boolean truth() {
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
}
