package org.athanor.engine.operation;

import java.util.Optional;

import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// A schema on its way through a plan: as it stands before a step, as far as that is known.
public final class Evolution {
    private final Schema schema;
    private final boolean complete;

    private Evolution(Schema schema, boolean complete) {
        this.schema = schema;
        this.complete = complete;
    }

    /// From an empty database, or from a reflected one.
    public static Evolution from(Schema schema) {
        return new Evolution(schema, true);
    }

    /// From a database of which nothing is known.
    public static Evolution fromUnknown() {
        return new Evolution(Schema.EMPTY, false);
    }

    /// What is known of a table.
    public sealed interface Standing {
        record Known(Table table) implements Standing {}

        /// It isn't there.
        record Absent() implements Standing {}

        /// It can't be told, and why.
        record Doubtful(String reason) implements Standing {}
    }

    public Standing table(TableName name) {
        return schema.table(name).<Standing>map(Standing.Known::new).orElseGet(() -> complete
                ? new Standing.Absent()
                : new Standing.Doubtful("the database it runs on isn't known"));
    }

    /// Whether a type of its own is there; nothing where that can't be told.
    public Optional<Boolean> has(SqlType.Enumeration type) {
        return complete && type.name().isPresent()
                ? Optional.of(schema.enumerations().containsKey(new TableName(type.schema(), type.name().get().text())))
                : Optional.empty();
    }

    /// The schema after an operation.
    public Evolution after(Operation operation) {
        return switch (operation) {
            default -> this;
        };
    }
}
