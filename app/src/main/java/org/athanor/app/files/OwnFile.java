package org.athanor.app.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// A file that only its owner reads and that is replaced as a whole: whoever looks sees the old one or the new one.
public record OwnFile(Path path) {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    public Optional<byte[]> read() {
        try {
            return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            throw new Refusal(Problem.at(path, 0, ProblemKind.UNREADABLE_FILE,
                    "The file can't be read: " + e.getMessage(), "May you read it?"));
        }
    }

    public void write(byte[] content) {
        try {
            var target = Files.exists(path) ? path.toRealPath() : path;
            var written = Files.createTempFile(folder(target), "." + target.getFileName(), ".new",
                    attributes(target, OWNER));
            try {
                flush(written, content);
                move(written, target);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Does something while no other program of ours does the same to this file.
    public <T> T alone(Supplier<T> deed) {
        var lock = path.resolveSibling("." + path.getFileName() + ".lock");
        try {
            folder(path);
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock(channel)) {
                return deed.get();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Within one program the system refuses where between programs it waits.
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException _) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /// Whether others than the owner may read or write it, as far as the system can tell.
    public boolean isOpenToOthers() {
        try {
            return supportsPermissions(path) && Files.getPosixFilePermissions(path).stream()
                    .anyMatch(permission -> !permission.name().startsWith("OWNER"));
        } catch (IOException _) {
            return false;
        }
    }

    private static Path folder(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("it has no folder");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, OWNER_FOLDER));
        }
        return folder;
    }

    private static void flush(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return supportsPermissions(path)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean supportsPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Refusal unwritable(IOException e) {
        return new Refusal(Problem.at(path, 0, ProblemKind.CANNOT_WRITE,
                "The file can't be written: " + e.getMessage(), "May you write in its folder?"));
    }
}
