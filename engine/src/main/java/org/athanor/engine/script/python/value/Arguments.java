package org.athanor.engine.script.python.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a call gives: values by position and by name, and the line of the call.
public record Arguments(List<Value> positions, Map<String, Value> named, int line) {
    public Arguments {
        positions = List.copyOf(positions);
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    public static Arguments of(Value... positions) {
        return new Arguments(List.of(positions), Map.of(), 0);
    }
}
