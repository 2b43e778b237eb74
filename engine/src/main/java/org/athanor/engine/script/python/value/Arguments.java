package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a call gives: values by position and by name, and the line of the call.
public final class Arguments {
    private static final Arguments NONE = handedOver(List.of(), Map.of(), 0);

    private final List<Value> positions;
    private final Map<String, Value> named;
    private final int line;

    private Arguments(List<Value> positions, int line, Map<String, Value> named) {
        this.positions = positions;
        this.named = named;
        this.line = line;
    }

    public Arguments(List<Value> positions, Map<String, Value> named, int line) {
        this(List.copyOf(positions), line, named.isEmpty()
                ? Map.of()
                : new LinkedHashMap<>(named));
    }

    /// Out of collections that were made for this and that nobody else keeps: a call is made often.
    public static Arguments handedOver(List<Value> positions, Map<String, Value> named, int line) {
        return new Arguments(Collections.unmodifiableList(positions), line, named);
    }

    public List<Value> positions() {
        return positions;
    }

    public Map<String, Value> named() {
        return Collections.unmodifiableMap(named);
    }

    /// The same for who only looks at them.
    Map<String, Value> namedAsTheyAre() {
        return named;
    }

    /// Hands a value that isn't known here to its fault, if there is one.
    public void refuseUnresolved() {
        for (var value : positions) {
            Unresolved.refuse(value);
        }
        for (var value : named.values()) {
            Unresolved.refuse(value);
        }
    }

    public int line() {
        return line;
    }

    public static Arguments of(Value... positions) {
        return positions.length == 0 ? NONE : new Arguments(List.of(positions), Map.of(), 0);
    }

    /// The same, after one more position: how a method gets its object.
    public Arguments after(Value first) {
        var all = new ArrayList<Value>(positions.size() + 1);
        all.add(first);
        all.addAll(positions);
        return new Arguments(Collections.unmodifiableList(all), line, named);
    }

    /// The same without the first position.
    public Arguments rest() {
        return new Arguments(positions.subList(1, positions.size()), named, line);
    }

    public boolean isEmpty() {
        return positions.isEmpty() && named.isEmpty();
    }
}
