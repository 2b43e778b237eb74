package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `dict`; it changes in place and keeps its order.
public final class Dictionary implements Value {
    private final Map<Value, Value> entries;

    public Dictionary(Map<Value, Value> entries) {
        this.entries = new LinkedHashMap<>(entries);
    }

    /// The entries themselves: who changes the map changes the value.
    public Map<Value, Value> entries() {
        return entries;
    }

    @Override
    public String typeName() {
        return "dict";
    }

    @Override
    public boolean truth() {
        return !entries.isEmpty();
    }

    @Override
    public Iterator<Value> iterator() {
        return List.copyOf(entries.keySet()).iterator();
    }
}
