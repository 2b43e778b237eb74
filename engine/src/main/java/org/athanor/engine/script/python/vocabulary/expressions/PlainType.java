package org.athanor.engine.script.python.vocabulary.expressions;

import org.athanor.engine.script.python.vocabulary.types.SqlTypeValue;
import org.athanor.engine.type.SqlType;

/// The type of an expression.
record PlainType(SqlType type) implements SqlTypeValue {
    @Override
    public String typeName() {
        return "TypeEngine";
    }
}
