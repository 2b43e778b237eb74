package org.athanor.engine.script.python.vocabulary.types;

import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// A value that names a type: `sa.Integer`, or `sa.String(50)`.
public interface SqlTypeValue extends Value {
    SqlType type();
}
