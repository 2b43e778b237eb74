package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a call gives: values by position and by name, and the line of the call.
public record Arguments(List<Value> positions, Map<String, Value> named, int line) {
    private static final Arguments NONE = new Arguments(List.of(), Map.of(), 0);

    public Arguments {
        positions = List.copyOf(positions);
        named = named.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    public static Arguments of(Value... positions) {
        return positions.length == 0 ? NONE : new Arguments(List.of(positions), Map.of(), 0);
    }

    /// The same, after one more position: how a method gets its object.
    public Arguments after(Value first) {
        var all = new ArrayList<Value>(positions.size() + 1);
        all.add(first);
        all.addAll(positions);
        return new Arguments(all, named, line);
    }

    /// The same without the first position.
    public Arguments rest() {
        return new Arguments(positions.subList(1, positions.size()), named, line);
    }

    public boolean isEmpty() {
        return positions.isEmpty() && named.isEmpty();
    }
}
