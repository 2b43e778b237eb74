package org.athanor.engine.script.python.vocabulary.types;

import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.type.SqlType;

/// An array whose elements Python counts from 0, and SQL from 1.
public record CountedFromZero() implements SqlType.Handling {
    /// Refuses to ask such an array for an element.
    public static void refuse(SqlType type) {
        if (type instanceof SqlType.Variants variants && variants.handling().orElse(null) instanceof CountedFromZero) {
            throw PythonFault.unreadable("An element of an ARRAY(zero_indexes=True) isn't read");
        }
    }
}
