package org.athanor.app.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// A text file as it stood on the disk when it was read. It is written only over what was read: whoever changed it meanwhile
/// doesn't lose anything.
public final class TextFile {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final String MARK = "\uFEFF";

    private final Path path;
    private final byte[] bytes;
    private final String whole;

    private TextFile(Path path, byte[] bytes, String whole) {
        this.path = path;
        this.bytes = bytes;
        this.whole = whole;
    }

    public static TextFile read(Path path) {
        var bytes = bytes(path);
        if (bytes.length > LARGEST) {
            throw refused(path, ProblemKind.UNREADABLE_FILE, "The file is too large to be edited here",
                    "Open it in another editor.");
        }
        try {
            return new TextFile(path, bytes,
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            throw refused(path, ProblemKind.UNREADABLE_FILE, "The file is not UTF-8 text",
                    "Open it in another editor, or save it as UTF-8.");
        }
    }

    public Path path() {
        return path;
    }

    /// Its text with plain line ends, as editors have it.
    public String text() {
        var text = whole.startsWith(MARK) ? whole.substring(1) : whole;
        return text.replace("\r\n", "\n");
    }

    /// Writes another text, all of it or nothing, with the line ends and the mark that the file had.
    public TextFile write(String text) {
        var lines = whole.contains("\r\n") ? text.replace("\n", "\r\n") : text;
        var next = whole.startsWith(MARK) ? MARK + lines : lines;
        return replace(next.getBytes(StandardCharsets.UTF_8), next);
    }

    /// Puts back what this file held before, unless somebody has changed it since.
    public TextFile writeBack(TextFile before) {
        return replace(before.bytes, before.whole);
    }

    private TextFile replace(byte[] next, String text) {
        if (!Arrays.equals(bytes(path), bytes)) {
            throw refused(path, ProblemKind.FILE_EXISTS, "The file was changed meanwhile by somebody else",
                    "Nothing was written. Copy what you need, and open the file anew.");
        }
        try {
            write(path.toRealPath(), next);
        } catch (IOException e) {
            throw refused(path, ProblemKind.CANNOT_WRITE,
                    "The file can't be written: " + e.getClass().getSimpleName(),
                    "May you write to its folder, and is there space?");
        }
        return new TextFile(path, next, text);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        var draft = file.resolveSibling(".%s.new".formatted(file.getFileName()));
        try {
            Files.write(draft, bytes);
            var rights = Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
            if (rights.isPresent()) {
                Files.setPosixFilePermissions(draft, rights.get().readAttributes().permissions());
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw refused(path, ProblemKind.UNREADABLE_FILE,
                    "The file can't be read: " + e.getClass().getSimpleName(),
                    "Is it still there, and may you read it?");
        }
    }

    private static Refusal refused(Path path, ProblemKind kind, String message, String hint) {
        return new Refusal(Problem.at(path, 0, kind, message, hint));
    }
}
