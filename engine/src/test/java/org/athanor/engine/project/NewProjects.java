package org.athanor.engine.project;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.athanor.engine.project.Initializer.Kind;
import org.athanor.engine.revision.Revision;

/// Makes projects and writes revisions to them at a fixed time, with ids that are the same in every run.
final class NewProjects {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneId.of("UTC"));

    private final Path config;
    private final Random ids = new Random(1);

    private NewProjects(Path config) {
        this.config = config;
    }

    static NewProjects create(Kind kind, Path folder) {
        var config = folder.resolve(kind.configName());
        Initializer.create(kind, folder.resolve("scripts"), config);
        return new NewProjects(config);
    }

    static NewProjects at(Path config) {
        return new NewProjects(config);
    }

    Project project() {
        return Project.open(config, Map.of());
    }

    Revision write(NewRevision wanted) {
        return project().write(wanted, CLOCK, ids).revision();
    }

    Revision write(String id, String message, String... parents) {
        return write(named(id, message, parents));
    }

    static NewRevision named(String id, String message, String... parents) {
        return new NewRevision(Optional.of(message), List.of(parents), false, Optional.empty(), Optional.empty(),
                Optional.of(id), List.of(), Optional.empty());
    }
}
