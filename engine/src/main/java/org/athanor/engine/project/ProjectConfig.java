package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.database.VersionTable;

/// What a project's configuration file says. `folder` is where relative paths start.
public record ProjectConfig(Path file, Path folder, Path scriptLocation, List<Path> versionLocations,
        boolean recursiveVersionLocations, Optional<String> url, VersionTable versionTable) {
    public ProjectConfig {
        versionLocations = List.copyOf(versionLocations);
    }
}
