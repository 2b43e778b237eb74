package org.athanor.engine.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// The small file beside a SQLite database that is locked while somebody works on it. There is one, for all users who may write
/// the database: where it can't be had, nobody works.
record LockFile(Path database) {
    private static final String SUFFIX = "-athanor-lock";
    private static final Set<PosixFilePermission> FOR_ALL = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    Path path() {
        return database.resolveSibling(database.getFileName() + SUFFIX);
    }

    private Path folder() {
        return Optional.ofNullable(path().getParent()).orElse(Path.of(""));
    }

    /// Nothing if it is there and can't be written by this user.
    Optional<FileChannel> open() throws IOException {
        while (true) {
            try {
                return Optional.of(FileChannel.open(path(), StandardOpenOption.READ, StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS));
            } catch (NoSuchFileException _) {
                var made = create();
                if (made.isPresent()) {
                    return made;
                }
            } catch (AccessDeniedException _) {
                return Optional.empty();
            }
        }
    }

    /// Nothing if somebody else was faster.
    private Optional<FileChannel> create() throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            return Optional.empty();
        } catch (NoSuchFileException e) {
            throw e; // The folder is gone.
        } catch (FileSystemException e) {
            throw new Refusal(ProblemKind.READ_ONLY, "%s can't be locked: no file can be made in %s (%s)"
                    .formatted(database, folder(), reason(e)),
                    "Athanor locks a small file beside the database, so that two runs never meet. Let this user write there.");
        }
        if (isShared()) {
            openForAll();
        }
        return Optional.of(channel);
    }

    private void openForAll() throws IOException {
        try {
            Files.setPosixFilePermissions(path(), FOR_ALL);
        } catch (FileSystemException _) {
            // A file system without rights of its own, such as FAT: all its files have those of its mount.
        }
    }

    private static String reason(FileSystemException e) {
        return e instanceof AccessDeniedException
                ? "permission denied"
                : Optional.ofNullable(e.getReason()).orElse(e.toString());
    }

    FileChannel openForReading() throws IOException {
        try {
            return FileChannel.open(path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException _) {
            throw refusal("it can't be opened");
        }
    }

    void remove() throws IOException {
        try {
            Files.deleteIfExists(path());
        } catch (FileSystemException _) {
            throw refusal("nobody holds it, but it can't be removed");
        }
    }

    private Refusal refusal(String why) {
        return new Refusal(ProblemKind.READ_ONLY,
                "The lock file %s belongs to %s, and %s".formatted(path(), owner(), why),
                "Nothing was run: two runs never meet. If no run is under way, remove the file; then let all who run here write the folder.");
    }

    private String owner() {
        try {
            return Files.getOwner(path(), LinkOption.NOFOLLOW_LINKS).getName();
        } catch (IOException | UnsupportedOperationException _) {
            return "another user";
        }
    }

    /// Whether other users may write the database as well. On Windows a folder's rights are those of its files.
    private boolean isShared() throws IOException {
        // Asked of the path: its file store is not known where the mounts aren't, such as in a changed root folder.
        if (Files.getFileAttributeView(path(), PosixFileAttributeView.class) == null) {
            return false;
        }
        var own = attributes(path());
        return isShared(folder(), own) || Files.exists(database) && isShared(database, own);
    }

    private static boolean isShared(Path place, PosixFileAttributes own) throws IOException {
        var attributes = attributes(place);
        return !attributes.owner().equals(own.owner())
                || attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static PosixFileAttributes attributes(Path place) throws IOException {
        return Files.readAttributes(place, PosixFileAttributes.class);
    }
}
