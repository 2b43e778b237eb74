package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// `list`; it changes in place.
public final class Sequence implements Value {
    private final List<Value> elements;

    public Sequence(List<? extends Value> elements) {
        this.elements = new ArrayList<>(elements);
    }

    /// The elements themselves: who changes the list changes the value.
    public List<Value> elements() {
        return elements;
    }

    @Override
    public String typeName() {
        return "list";
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
