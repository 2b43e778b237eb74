package org.athanor.engine.script.python.value;

import java.util.Iterator;

/// What `iter`, `map`, `zip` and the like give: a way through elements, once.
public final class IteratorValue implements Value, Iterator<Value> {
    private final String type;
    private final Iterator<Value> elements;

    public IteratorValue(String type, Iterator<Value> elements) {
        this.type = type;
        this.elements = elements;
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public Value next() {
        Budget.time(1);
        return elements.next();
    }

    @Override
    public String typeName() {
        return type;
    }

    @Override
    public Value attribute(String name) {
        return name.equals("__next__")
                ? NativeFunction.of(name, "", _ -> following())
                : Specials.of(this, type, name);
    }

    /// The next element, or Python's way to say that there is none.
    public Value following() {
        if (!hasNext()) {
            throw PythonFault.raised("StopIteration", "");
        }
        return next();
    }

    @Override
    public Iterator<Value> iterator() {
        return this;
    }
}
