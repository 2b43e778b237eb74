package org.athanor.engine;

import java.nio.file.Path;

import org.athanor.engine.database.Database;

/// Where a schema to compare comes from.
public sealed interface SchemaSource {
    /// The target that is where the database stands.
    String CURRENT = "current";

    /// What the project's database has.
    record Actual() implements SchemaSource {}

    /// What another database has.
    record Other(Database database) implements SchemaSource {}

    /// What the statements of a file make.
    record File(Path file) implements SchemaSource {}

    /// What the history makes up to a target; `current` is where the database stands.
    record AtRevision(String target) implements SchemaSource {}

    /// What it is called in a sentence.
    default String title() {
        return switch (this) {
            case Actual() -> "the database";
            case Other(var database) -> database.name();
            case File(var file) -> String.valueOf(file.getFileName());
            case AtRevision(var target) when target.equals(CURRENT) -> "its own revisions";
            case AtRevision(var target) -> "the history at " + target;
        };
    }
}
