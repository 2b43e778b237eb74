package org.athanor.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.athanor.engine.project.Project;

/// The sample projects of this repository.
public final class Samples {
    private Samples() {}

    public static Path folder(String name) {
        return Path.of(Objects.requireNonNull(System.getProperty("athanor.samples"))).resolve(name);
    }

    public static Project project(String name) {
        return Project.open(folder(name).resolve("athanor.toml"), Map.of());
    }

    public static List<Path> revisionFiles(String name) {
        try (var files = Files.list(folder(name).resolve("versions"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
