package org.athanor.engine.script.python.vocabulary.types;

import java.util.Optional;

import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// Types that a revision defines itself.
final class OwnTypes {
    private OwnTypes() {}

    static boolean isType(Value value) {
        return false;
    }

    static Optional<SqlType> of(Value value) {
        return Optional.empty();
    }
}
