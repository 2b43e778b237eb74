package org.athanor.app.workspace;

import java.nio.file.Path;

import org.athanor.app.profile.Profile;

/// A schema that somebody chooses to compare.
public sealed interface SchemaChoice {
    /// What the open profile's database has.
    record ThisDatabase() implements SchemaChoice {}

    /// What its own revisions make.
    record OwnRevision() implements SchemaChoice {}

    /// What the project says that its database should be like.
    record ProjectTarget() implements SchemaChoice {}

    /// What the history makes up to a revision, named in any way.
    record AtRevision(String name) implements SchemaChoice {}

    /// What a file's statements make.
    record OfFile(String path) implements SchemaChoice {}

    /// What another saved profile's database has.
    record OfProfile(Profile profile) implements SchemaChoice {}

    /// Whether all is said.
    default boolean isComplete() {
        return switch (this) {
            case AtRevision(var name) -> !name.isBlank();
            case OfFile(var path) -> !path.isBlank();
            case ThisDatabase _,OwnRevision _,ProjectTarget _,OfProfile _ -> true;
        };
    }

    /// What the command line calls it. A file is looked for in the project's folder.
    default String word(Path folder) {
        return switch (this) {
            case ThisDatabase _ -> "database";
            case OwnRevision _ -> "current";
            case ProjectTarget _ -> "target";
            case AtRevision(var name) -> name.strip();
            case OfFile(var path) -> folder.resolve(path.strip()).toString();
            case OfProfile(var profile) -> "profile:" + profile.name();
        };
    }
}
