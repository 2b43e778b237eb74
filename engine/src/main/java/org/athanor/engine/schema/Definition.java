package org.athanor.engine.schema;

import java.util.Optional;

/// A view or trigger, as the statement that made it. `table` is what a trigger waits at.
public record Definition(Kind kind, TableName name, Optional<TableName> table, String sql) {
    /// What is told apart.
    public enum Kind {
        VIEW, TRIGGER
    }
}
