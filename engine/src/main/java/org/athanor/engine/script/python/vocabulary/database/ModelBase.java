package org.athanor.engine.script.python.vocabulary.database;

import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.schema.MetadataValue;

/// The class that models of the ORM extend; tables may be described with its `metadata` too.
record ModelBase(LiveClass base, MetadataValue metadata) implements Value {
    static Value of(String name, String reason, Map<String, Value> told) {
        return new ModelBase(new LiveClass(name, reason), told.get("metadata") instanceof MetadataValue metadata
                ? metadata
                : MetadataValue.ofModels());
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return member.equals("metadata") ? metadata : base.attribute(member);
    }

    @Override
    public void assign(String member, Value other) {
        base.assign(member, other);
    }

    @Override
    public Value call(Arguments arguments) {
        return base.call(arguments);
    }

    @Override
    public Optional<Value> extend(String child, Map<String, Value> body) {
        return ModelClass.of(new LiveClass(child, base.reason()), metadata, body).or(() -> base.extend(child, body));
    }

    @Override
    public String written() {
        return base.written();
    }
}
