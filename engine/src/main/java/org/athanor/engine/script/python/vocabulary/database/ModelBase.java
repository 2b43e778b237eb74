package org.athanor.engine.script.python.vocabulary.database;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.schema.MetadataValue;

/// The class that models of the ORM extend; tables may be described with its `metadata` too.
record ModelBase(String name, String reason, MetadataValue metadata, boolean simple) implements Unknown {
    /// What it may be told without any effect on the tables of its models.
    private static final Set<String> PLAIN = Set.of("metadata", "name", "bind", "registry", "__doc__", "__module__",
            "__abstract__");

    static Value of(String name, String reason, Map<String, Value> told) {
        return new ModelBase(name, reason, told.get("metadata") instanceof MetadataValue metadata
                ? metadata
                : MetadataValue.ofModels(), PLAIN.containsAll(told.keySet()));
    }

    @Override
    public PythonFault used() {
        return PythonFault.live("%s %s".formatted(name, reason));
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return member.equals("metadata") ? metadata : new LiveValue(name + "." + member, reason);
    }

    @Override
    public Value call(Arguments arguments) {
        throw used();
    }

    @Override
    public boolean truth() {
        return true;
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public Optional<Value> extend(String child, Map<String, Value> body) {
        return Optional.of(Model.of(child, this, body));
    }
}
