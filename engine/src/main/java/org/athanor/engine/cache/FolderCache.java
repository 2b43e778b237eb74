package org.athanor.engine.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One file for each folder of revisions, in a folder that only its user can read. A file is written under another name
/// and then takes its place in one step, so that several processes never see half of one.
final class FolderCache implements HeaderCache {
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final String program;
    private final String user;
    private final InstantSource clock;

    FolderCache(Path folder, String program, String user, InstantSource clock) {
        this.folder = folder;
        this.program = program;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public boolean isKeepable(FileStamp stamp) {
        return stamp.isSettled(clock.instant());
    }

    @Override
    public KeptHeaders read(Path revisions) {
        try {
            var bytes = bytes(file("headers", revisions.toAbsolutePath().toString()));
            return bytes.isPresent() ? CacheReader.read(bytes.get(), program, revisions) : KeptHeaders.none();
        } catch (IOException _) {
            return KeptHeaders.none();
        }
    }

    @Override
    public KeptScripts scripts(Path project, String product) {
        var owner = owner(project, product);
        try {
            var bytes = bytes(file("scripts", owner));
            return bytes.isPresent() ? ScriptBytes.read(bytes.get(), program, owner) : KeptScripts.none();
        } catch (IOException _) {
            return KeptScripts.none();
        }
    }

    private static String owner(Path project, String product) {
        return "%s for %s".formatted(project.toAbsolutePath(), product);
    }

    private Optional<byte[]> bytes(Path file) throws IOException {
        return isOurs(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /// Only the owner may have had a hand in it. Where files have no such owners, the user's folder is trusted.
    private boolean isOurs(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        }
        var attributes = view.readAttributes();
        return attributes.isRegularFile() && attributes.owner().getName().equals(user)
                && OWN_FILE.containsAll(attributes.permissions());
    }

    @Override
    public void write(Path revisions, List<KeptHeader> headers) {
        replace(file("headers", revisions.toAbsolutePath().toString()),
                () -> CacheWriter.write(headers, program, revisions));
    }

    @Override
    public void keepScripts(Path project, String product, Map<String, KeptScript> scripts) {
        var owner = owner(project, product);
        replace(file("scripts", owner), () -> ScriptBytes.write(scripts, program, owner));
    }

    /// Makes the bytes of a file.
    @FunctionalInterface
    private interface Content {
        ByteBuffer bytes() throws IOException;
    }

    private void replace(Path file, Content content) {
        var draft = file.resolveSibling("%s.%x-%x".formatted(file.getFileName(), ProcessHandle.current().pid(),
                System.nanoTime()));
        try {
            var bytes = content.bytes();
            Files.createDirectories(folder, privately(OWN_FOLDER));
            try (var channel = Files.newByteChannel(draft,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), privately(OWN_FILE))) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            remove(draft);
        }
    }

    private static void remove(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException _) {
            // What can't be written can't be removed either; the next call reads the revisions themselves.
        }
    }

    private FileAttribute<?>[] privately(Set<PosixFilePermission> permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /// Named by a number made from its owner; the file says in full whose it is.
    private Path file(String kind, String owner) {
        long number = 0;
        for (int i = 0; i < owner.length(); i++) {
            number = 31 * number + owner.charAt(i);
        }
        return folder.resolve("%s-%016x".formatted(kind, number));
    }
}
