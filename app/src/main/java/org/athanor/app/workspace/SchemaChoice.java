package org.athanor.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /// How it is written down for the next start.
    default String kept() {
        return switch (this) {
            case ThisDatabase _ -> "database";
            case OwnRevision _ -> "current";
            case ProjectTarget _ -> "target";
            case AtRevision(var name) -> "revision:" + name;
            case OfFile(var path) -> "file:" + path;
            case OfProfile(var profile) -> "profile:" + profile.name();
        };
    }

    /// The one of these that was written down so; nothing if it is no more to be chosen.
    static Optional<SchemaChoice> of(String kept, List<SchemaChoice> choices) {
        if (kept.startsWith("revision:")) {
            return Optional.of(new AtRevision(kept.substring("revision:".length())));
        }
        return kept.startsWith("file:")
                ? Optional.of(new OfFile(kept.substring("file:".length())))
                : choices.stream().filter(choice -> choice.kept().equals(kept)).findFirst();
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
