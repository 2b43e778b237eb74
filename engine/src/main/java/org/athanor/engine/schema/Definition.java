package org.athanor.engine.schema;

import java.util.Optional;

/// A view, trigger or function, as the statement that made it. `table` is what a trigger waits at, or what an index of a
/// materialized view is for; a function's name holds the types of its arguments.
public record Definition(Kind kind, TableName name, Optional<TableName> table, String sql) {
    /// What is told apart. An index is one of a materialized view.
    public enum Kind {
        FUNCTION, VIEW, MATERIALIZED_VIEW, INDEX, TRIGGER
    }

    /// One name for each definition of a schema: triggers of several tables may be called the same.
    public TableName key() {
        return kind == Kind.TRIGGER
                ? name.renamed(name.name() + table.map(t -> " on " + t).orElse(""))
                : name;
    }
}
