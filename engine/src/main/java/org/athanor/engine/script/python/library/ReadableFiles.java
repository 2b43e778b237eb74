package org.athanor.engine.script.python.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.athanor.engine.script.python.syntax.PythonSource;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Whole;

/// The files that a revision may read: those below one folder, links followed, and none that is large.
public final class ReadableFiles {
    private static final long LARGEST = 4_000_000;

    private final Path root;
    private final Runnable looked;

    /// Files below a folder; this is told whenever anybody asks where that is or looks for one.
    public ReadableFiles(Path root, Runnable looked) {
        this.root = root.toAbsolutePath().normalize();
        this.looked = looked;
    }

    /// The folder below which files may be read.
    public Path root() {
        looked.run();
        return root;
    }

    private boolean isInside(Path path) {
        looked.run();
        var whole = path.toAbsolutePath().normalize();
        if (!whole.startsWith(root)) {
            return false;
        }
        try {
            return whole.toRealPath().startsWith(root.toRealPath());
        } catch (IOException _) {
            return true;
        }
    }

    public boolean isFile(Path path) {
        looked.run();
        return Files.isRegularFile(path) && isInside(path);
    }

    public boolean isFolder(Path path) {
        looked.run();
        return Files.isDirectory(path) && isInside(path);
    }

    /// The text of a file, if it is there and may be read.
    public Optional<String> find(Path path) {
        if (!isFile(path)) {
            return Optional.empty();
        }
        try {
            return Files.size(path) > LARGEST ? Optional.empty() : Optional.of(PythonSource.read(path));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Whether there is something at a path that may be looked at.
    public boolean exists(Path path) {
        return Files.exists(allowed(path));
    }

    private Path allowed(Path path) {
        if (!isInside(path)) {
            throw PythonFault.unreadable(
                    "%s is outside of the project; a revision's files are read only below %s".formatted(path, root));
        }
        return path;
    }

    /// The bytes of a file; Python's error if there is none.
    public Bytes bytes(Path path) {
        var file = allowed(path);
        if (Files.isDirectory(file)) {
            throw missing("IsADirectoryError", 21, "Is a directory", path);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw PythonFault.unreadable("%s is no plain file; others aren't read".formatted(path));
        }
        if (!Files.exists(file)) {
            throw missing("FileNotFoundError", 2, "No such file or directory", path);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw PythonFault.exhausted("%s has more than %,d bytes".formatted(path, LARGEST));
            }
            Budget.room(Files.size(file));
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PythonFault missing(String type, int number, String reason, Path path) {
        var text = "[Errno %d] %s: '%s'".formatted(number, reason, path);
        return PythonFault.raised(type, text, error(type, number, reason, text));
    }

    private static Instance error(String type, int number, String reason,
            String text) {
        var error = ExceptionClasses.instance(type, new Text(text));
        error.keep("errno", Whole.of(number));
        error.keep("strerror", new Text(reason));
        return error;
    }

    /// The text of a file; Python's error if there is none.
    public String text(Path path) {
        var bytes = bytes(path).bytes();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString()
                    .replace("\r\n", "\n");
        } catch (MalformedInputException _) {
            throw PythonFault.raised("UnicodeDecodeError", "'utf-8' codec can't decode the file " + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
