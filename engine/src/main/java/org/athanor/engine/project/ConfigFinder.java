package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Finds a project's configuration: the nearest one, from a folder upwards.
public final class ConfigFinder {
    private static final List<String> NAMES = List.of("athanor.toml", "alembic.ini", "pyproject.toml");

    private ConfigFinder() {}

    /// Whether a file is called as one that is looked for; any other has to be named.
    static boolean looksFor(Path file) {
        return NAMES.stream().anyMatch(file::endsWith);
    }

    public static Path nearest(Path folder) {
        return find(folder).orElseThrow(() -> new Refusal(ProblemKind.NO_PROJECT,
                "There is no athanor.toml, alembic.ini or pyproject.toml with [tool.alembic] in %s or above it"
                        .formatted(folder.toAbsolutePath().normalize()),
                "Go to your project's folder, name its configuration with -c, or begin one: `athanor init FOLDER`."));
    }

    public static Optional<Path> find(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), f -> f != null, Path::getParent)
                .flatMap(f -> in(f).stream()).findFirst();
    }

    /// The configuration in this very folder.
    public static Optional<Path> in(Path folder) {
        return NAMES.stream().map(folder::resolve)
                .filter(Files::isRegularFile).filter(ConfigFinder::isForUs).findFirst();
    }

    /// Every Python project has a `pyproject.toml`; it counts where it speaks of Alembic. One that can't be parsed may.
    private static boolean isForUs(Path file) {
        if (!file.endsWith("pyproject.toml")) {
            return true;
        }
        try {
            var text = Files.readString(file);
            return text.contains("alembic") && TomlSettings.mayHold(text, "tool.alembic");
        } catch (IOException _) {
            return false;
        }
    }
}
