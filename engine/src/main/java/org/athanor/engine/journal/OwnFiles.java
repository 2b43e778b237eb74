package org.athanor.engine.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that only their owner may read. Where a system has no such permissions, the user's own folder is
/// trusted.
final class OwnFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnFiles() {}

    static FileChannel open(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent(), privately(file, FOLDER));
        }
        return FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                privately(file, FILE));
    }

    /// For writing that goes on when its thread is interrupted, which would close a channel.
    static RandomAccessFile openForWriting(Path file) throws IOException {
        open(file).close();
        return new RandomAccessFile(file.toFile(), "rw");
    }

    private static FileAttribute<?>[] privately(Path path, Set<PosixFilePermission> permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
