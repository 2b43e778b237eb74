package org.athanor.engine.script.python.value;

import java.util.Map;
import java.util.Optional;

/// A name whose value isn't known here, such as a module of the application. To have it is no fault; to use it is.
public record Unresolved(String name, String reason, int line) implements Unknown {
    /// The module that an import names.
    public static Unresolved module(String name, int line) {
        return new Unresolved(name, "%s (imported in line %d) isn't read here".formatted(name, line), line);
    }

    /// Nothing, if every one of the values is known.
    public static void refuse(Value value) {
        refuse(value, 3);
    }

    private static void refuse(Value value, int depth) {
        switch (value) {
            case Unresolved unresolved -> throw unresolved.used();
            case Sequence list when depth > 0 -> list.elements().forEach(v -> refuse(v, depth - 1));
            case Tuple tuple when depth > 0 -> tuple.elements().forEach(v -> refuse(v, depth - 1));
            case Dictionary map when depth > 0 -> map.entries().values().forEach(v -> refuse(v, depth - 1));
            default -> {
                // A value that is known.
            }
        }
    }

    @Override
    public PythonFault used() {
        return PythonFault.unreadable(reason);
    }

    @Override
    public String typeName() {
        return name;
    }

    @Override
    public Value attribute(String member) {
        return new Unresolved(name + "." + member,
                reason.startsWith(name + " ") ? name + "." + member + reason.substring(name.length()) : reason, line);
    }

    @Override
    public Optional<Value> extend(String child, Map<String, Value> body) {
        return Optional.of(new Unresolved(child, reason, line));
    }
}
