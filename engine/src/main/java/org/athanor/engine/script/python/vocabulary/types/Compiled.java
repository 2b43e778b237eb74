package org.athanor.engine.script.python.vocabulary.types;

import org.athanor.engine.script.python.value.Value;

/// A class of the revision's own whose words in SQL a function gives (`@compiles`).
public interface Compiled extends Value {
    /// `product` is empty where the function is for all of them.
    void compiledBy(Value function, String product);
}
