package org.athanor.engine.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// A lock of the operating system on a small file beside the database: it ends with its process, and it is not on the
/// database itself, so that others go on reading. The file says who holds it, and is removed when the lock is given back.
final class SqliteRunLock implements RunLock {
    /// The locked byte lies far behind the text: some systems let nobody read what is locked.
    private static final long LOCKED_BYTE = 1L << 62;
    /// What this process holds. The operating system's locks are between processes, and lose a lock as soon as the same
    /// process closes its file elsewhere; so within the process the file is opened by one at a time.
    private static final Map<Path, Holder> HELD_HERE = new ConcurrentHashMap<>();

    private final Path database;
    private final LockFile file;
    private Optional<Held> held = Optional.empty();

    private record Held(FileChannel channel, FileLock lock) {}

    SqliteRunLock(Path database) {
        this.database = database;
        this.file = new LockFile(database);
    }

    /// The database's file by its real name; nothing for a database in memory.
    static Optional<Path> fileOf(Database database) throws SQLException {
        if (database.file().isPresent()) {
            return database.file().map(SqliteRunLock::real);
        }
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA database_list")) {
            while (row.next()) {
                var file = row.getString("file");
                if ("main".equals(row.getString("name")) && file != null && !file.isEmpty()) {
                    return Optional.of(real(Path.of(file)));
                }
            }
            return Optional.empty();
        }
    }

    /// Through links, also for a file that isn't there yet.
    private static Path real(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            var folder = absolute.getParent();
            return folder == null || !Files.isDirectory(folder)
                    ? absolute
                    : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException _) {
            return absolute;
        }
    }

    @Override
    public Optional<Path> file() {
        return held.map(_ -> file.path());
    }

    @Override
    public Optional<Holder> take() {
        var mine = HELD_HERE.putIfAbsent(database, ownProcess());
        if (mine != null) {
            return Optional.of(mine);
        }
        boolean had = false;
        try {
            var holder = takeFile();
            had = holder.isEmpty();
            return holder;
        } catch (IOException e) {
            throw new Refusal(ProblemKind.CANNOT_CONNECT, "The lock of a run can't be taken: " + e,
                    "Athanor locks a small file beside the database, so that two runs never meet. May you write there?");
        } finally {
            if (!had) {
                HELD_HERE.remove(database);
            }
        }
    }

    private Optional<Holder> takeFile() throws IOException {
        while (true) {
            var opened = file.open();
            if (opened.isEmpty()) {
                var holder = takeAway();
                if (holder.isPresent()) {
                    return holder;
                }
                continue;
            }
            var channel = opened.get();
            var lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                return Optional.of(holder(file.path()));
            }
            if (isStillThere(file.path(), write(channel))) {
                held = Optional.of(new Held(channel, lock));
                return Optional.empty();
            }
            channel.close(); // The file was removed by the one before: a lock on it keeps nobody out.
        }
    }

    /// The file is another user's, and can only be read: if nobody holds it, it is removed, under a lock that keeps its
    /// owner out for that moment; else who holds it.
    private Optional<Holder> takeAway() throws IOException {
        try (var channel = file.openForReading(); var lock = channel.tryLock(LOCKED_BYTE, 1, true)) {
            if (lock == null) {
                return Optional.of(holder(file.path()));
            }
            file.remove();
            return Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Says who holds the lock. The file is filled up to a length of its own, by which it is known again.
    private static long write(FileChannel channel) throws IOException {
        var text = "%d\t%s\t%s\n".formatted(ProcessHandle.current().pid(), System.getProperty("user.name"),
                Instant.now());
        var padded = text + " ".repeat(ThreadLocalRandom.current().nextInt(50_000));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(padded.getBytes(StandardCharsets.UTF_8)), 0);
        return channel.size();
    }

    /// Whether the name still leads to the file that was locked: the holder before may have removed it meanwhile. It is only
    /// looked at, not opened: closing it again would give the lock away.
    private static boolean isStillThere(Path path, long length) throws IOException {
        try {
            return Files.size(path) == length;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private static Optional<String> read(Path path) throws IOException {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// What the file says; it may be half written, or gone already.
    private static Holder holder(Path path) throws IOException {
        var words = read(path).orElse("").strip().split("\t", -1);
        try {
            if (words.length == 3) {
                return new Holder(Long.parseLong(words[0]), Optional.of(words[1]), Optional.of("athanor"),
                        Optional.empty(), Optional.of(Duration.between(Instant.parse(words[2]), Instant.now())));
            }
        } catch (NumberFormatException | DateTimeParseException _) {
            // Told below as somebody who isn't known.
        }
        return new Holder(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Holder ownProcess() {
        return new Holder(ProcessHandle.current().pid(), Optional.of(System.getProperty("user.name")),
                Optional.of("this very program"), Optional.empty(), Optional.empty());
    }

    @Override
    public boolean isHeld() {
        return held.filter(h -> h.lock().isValid()).isPresent();
    }

    /// The file is removed while the lock is still held, so that nobody else's goes.
    @Override
    public void close() {
        held.ifPresent(h -> {
            try (var _ = h.channel()) {
                Files.deleteIfExists(file.path());
                h.lock().release();
            } catch (IOException _) {
                // The file stays behind; the lock ends with its channel.
            } finally {
                HELD_HERE.remove(database);
            }
        });
        held = Optional.empty();
    }
}
