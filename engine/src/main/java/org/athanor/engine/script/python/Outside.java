package org.athanor.engine.script.python;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.engine.script.python.PythonScriptReader.Around;
import org.athanor.engine.script.python.evaluation.Surroundings;
import org.athanor.engine.script.python.evaluation.Surroundings.Limits;
import org.athanor.engine.script.python.library.ReadableFiles;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.tree.PythonFile;
import org.athanor.engine.script.python.value.Modules;

/// What an evaluation finds outside of its file, and whether it looked at any of it.
final class Outside {
    private final Around around;
    private final Path file;
    private boolean touched;

    Outside(Around around, Path file) {
        this.around = around;
        this.file = file;
    }

    Surroundings surroundings(Modules vocabulary, Limits limits) {
        var root = root();
        var now = around.clock().instant();
        return new Surroundings(vocabulary, file, new ReadableFiles(root, this::touch), around.folders(),
                Outside::module, () -> {
                    touch();
                    return now;
                }, () -> {
                    touch();
                    return around.random().nextLong();
                }, limits);
    }

    private Path root() {
        for (var folder : around.folders()) {
            if (file.startsWith(folder)) {
                return folder;
            }
        }
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    boolean isUntouched() {
        return !touched;
    }

    private void touch() {
        touched = true;
    }

    /// A module of the project that a revision asks for.
    static Optional<PythonFile> module(Path path, String text) {
        try {
            return Optional.of(PythonParser.parse(text));
        } catch (PythonSyntaxException _) {
            return Optional.empty();
        }
    }
}
