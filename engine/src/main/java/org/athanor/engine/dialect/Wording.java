package org.athanor.engine.dialect;

import java.util.ArrayList;
import java.util.Collection;

/// How a thing is written.
@FunctionalInterface
public interface Wording<T> {
    String of(T thing) throws Unsupported;

    /// The texts of several things with a separator between them.
    static <T> String joined(Collection<? extends T> things, String separator, Wording<T> wording)
            throws Unsupported {
        var texts = new ArrayList<String>(things.size());
        for (var thing : things) {
            texts.add(wording.of(thing));
        }
        return String.join(separator, texts);
    }
}
