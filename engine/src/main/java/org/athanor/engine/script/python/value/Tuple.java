package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.List;

/// `tuple`.
public record Tuple(List<Value> elements) implements Value {
    public Tuple {
        elements = List.copyOf(elements);
    }

    @Override
    public String typeName() {
        return "tuple";
    }

    @Override
    public boolean truth() {
        return !elements.isEmpty();
    }

    @Override
    public Iterator<Value> iterator() {
        return elements.iterator();
    }
}
