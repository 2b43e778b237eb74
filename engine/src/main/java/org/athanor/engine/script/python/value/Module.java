package org.athanor.engine.script.python.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A module: its members by name, each made when somebody first asks for it.
public final class Module implements Value {
    private final String name;
    private final Map<String, Supplier<Value>> members;
    private final Map<String, Value> made = new HashMap<>();

    public Module(String name, Map<String, Supplier<Value>> members) {
        this.name = name;
        this.members = Map.copyOf(members);
    }

    public Set<String> names() {
        return members.keySet();
    }

    public Optional<Value> member(String member) {
        var there = made.get(member);
        if (there == null && members.containsKey(member)) {
            there = Objects.requireNonNull(members.get(member)).get();
            made.put(member, there);
        }
        return Optional.ofNullable(there);
    }

    @Override
    public Value attribute(String member) {
        return member(member).orElseThrow(() -> PythonFault.unreadable(
                "%s.%s isn't known here".formatted(name, member)));
    }

    @Override
    public String typeName() {
        return "module";
    }

    @Override
    public String written() {
        return "<module '%s'>".formatted(name);
    }
}
