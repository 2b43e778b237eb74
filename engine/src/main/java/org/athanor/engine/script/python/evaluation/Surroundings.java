package org.athanor.engine.script.python.evaluation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.athanor.engine.script.python.library.ReadableFiles;
import org.athanor.engine.script.python.tree.PythonFile;
import org.athanor.engine.script.python.value.Modules;

/// What an evaluation finds around the file: the vocabulary's modules, the file's path, the files that may be read, where
/// imports look for modules of the project, what time it is, where random numbers come from, and how much the file may
/// use.
public record Surroundings(Modules modules, Path file, ReadableFiles files, List<Path> importFolders, Parser parser,
        InstantSource clock, RandomGenerator random, Limits limits) {
    public Surroundings {
        importFolders = List.copyOf(importFolders);
    }

    /// How the text of a module of the project becomes a tree; nothing if it isn't sound.
    @FunctionalInterface
    public interface Parser {
        Optional<PythonFile> parse(Path path, String text);
    }

    /// Steps of the computation, cells of memory (elements and characters), and how many modules of the project are
    /// looked into.
    public record Limits(long steps, long cells, int modules) {
        public static final Limits USUAL = new Limits(5_000_000, 50_000_000, 60);
        /// For a file that goes through the rows of a database, of which there may be many.
        public static final Limits OF_ROWS = new Limits(500_000_000, 500_000_000, 60);
    }
}
