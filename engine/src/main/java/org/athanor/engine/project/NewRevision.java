package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a person asks for in a new revision. `parents` are names such as `head`, `label@head`, an id or its beginning.
public record NewRevision(Optional<String> message, List<String> parents, boolean splice, Optional<String> branchLabel,
        Optional<Path> versionPath, Optional<String> id, List<String> dependsOn, Optional<String> template) {
    public NewRevision {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
    }

    /// A revision after the given ones, with nothing else asked for.
    public static NewRevision after(String message, String... parents) {
        return new NewRevision(Optional.of(message), List.of(parents), false, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty());
    }
}
