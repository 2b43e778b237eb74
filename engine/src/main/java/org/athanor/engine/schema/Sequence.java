package org.athanor.engine.schema;

import java.util.Optional;

import org.athanor.engine.type.SqlType;

/// A sequence of its own, and the type of its numbers if that is said.
public record Sequence(TableName name, SequenceOptions options, Optional<SqlType> type) {
    public Sequence(TableName name, SequenceOptions options) {
        this(name, options, Optional.empty());
    }
}
