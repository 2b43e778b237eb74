package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.script.python.value.Value;

/// A class of the ORM that stands for a table.
public interface MappedClass extends Value {
    TableValue table();
}
