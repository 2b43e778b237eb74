package org.athanor.engine.operation;

import java.util.Map;
import java.util.Optional;

import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.type.SqlType;

/// What becomes of a column; what isn't there stays. The `existing…` ones say what the revision believes to be there.
public record ColumnChange(Optional<SqlType> type, Optional<Boolean> nullable, Optional<Filling> filling,
        Optional<Optional<String>> comment, Optional<String> newName, Optional<SqlType> existingType,
        Optional<Boolean> existingNullable, Optional<Filling> existingFilling,
        Optional<String> existingComment, Optional<Boolean> counting, Map<String, Setting> settings) {
    public ColumnChange {
        settings = Map.copyOf(settings);
    }

    /// Another name, and nothing else.
    public static ColumnChange rename(String newName) {
        return new ColumnChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(newName), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Map.of());
    }

    /// Another comment, or none.
    public static ColumnChange comment(Optional<String> comment) {
        return new ColumnChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(comment),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Map.of());
    }
}
