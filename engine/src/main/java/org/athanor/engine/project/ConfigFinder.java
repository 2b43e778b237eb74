package org.athanor.engine.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Finds a project's configuration: the nearest one, from a folder upwards.
public final class ConfigFinder {
    private static final List<String> NAMES = List.of("athanor.toml");

    private ConfigFinder() {}

    public static Path nearest(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), f -> f != null, Path::getParent)
                .flatMap(f -> in(f).stream()).findFirst()
                .orElseThrow(() -> new Refusal(ProblemKind.NO_PROJECT,
                        "There is no %s in %s or above it".formatted(String.join(" or ", NAMES),
                                folder.toAbsolutePath().normalize()),
                        "Go to your project's folder, or name its configuration with -c."));
    }

    /// The configuration in this very folder.
    public static Optional<Path> in(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }
}
