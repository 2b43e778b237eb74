package org.athanor.engine.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Writes lines at the end of a book, one write for each. A lock on a file beside it is held meanwhile, so that several
/// processes write whole lines, each after the other's.
final class Appender implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private static final int ATTEMPTS = 5_000;

    private final Path path;
    private final FileChannel file;
    private final FileChannel lockFile;
    private final InstantSource clock;
    private final EntryForm form = new EntryForm();
    private final Chain chain = new Chain();
    private final Bytes line = new Bytes();
    private long end;
    private long number;
    private String last = Chain.START;
    private boolean torn;

    private Appender(Path path, FileChannel file, FileChannel lockFile, InstantSource clock) {
        this.path = path;
        this.file = file;
        this.lockFile = lockFile;
        this.clock = clock;
    }

    static Appender to(Path book, InstantSource clock) throws IOException {
        var file = OwnFiles.open(book);
        try {
            return new Appender(book, file, OwnFiles.open(book.resolveSibling(book.getFileName() + ".lock")), clock);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    void append(String run, Entry entry) throws IOException {
        try (var _ = lock()) {
            long size = file.size();
            if (size != end) {
                readEnd(size);
            }
            line.reset();
            if (torn) {
                line.write('\n');
            }
            int start = line.size();
            form.write(new Line(number + 1, clock.instant().truncatedTo(ChronoUnit.MILLIS), run, entry), last, line);
            line.dropLast();
            var hash = chain.hash(line.bytes(), start, line.size());
            line.writeBytes(Chain.tail(hash));
            write();
            last = hash;
            number++;
            torn = false;
        }
    }

    Path path() {
        return path;
    }

    /// Sees to it that what was written outlives the machine, too.
    void force() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        try (lockFile) {
            file.close();
        }
    }

    private void write() throws IOException {
        var bytes = ByteBuffer.wrap(line.bytes(), 0, line.size());
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
    }

    /// Another thread of this program may hold the lock, which the system doesn't wait for.
    private FileLock lock() throws IOException {
        for (int attempt = 0;; attempt++) {
            try {
                return lockFile.lock();
            } catch (OverlappingFileLockException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException("another part of this program keeps it locked", e);
                }
                rest();
            }
        }
    }

    private static void rest() throws IOException {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for it", e);
        }
    }

    /// Somebody else wrote, or nobody has looked yet: the last line says how to go on. A line that was cut off on its way is
    /// left as it is, and the chain goes on behind it.
    private void readEnd(long size) throws IOException {
        end = size;
        number = 0;
        last = Chain.START;
        torn = size > 0 && read(size - 1, 1)[0] != '\n';
        long to = torn ? lineStart(size) : size;
        while (to > 0) {
            long from = lineStart(to - 1);
            var bytes = read(from, (int) (to - 1 - from));
            var link = chain.link(bytes, 0, bytes.length);
            if (link.isPresent()) {
                number = link.get().number();
                last = link.get().hash();
                return;
            }
            to = from;
        }
    }

    /// Where the line begins that ends before this place.
    private long lineStart(long to) throws IOException {
        long from = to;
        while (from > 0) {
            int length = (int) Math.min(CHUNK, from);
            var bytes = read(from - length, length);
            for (int i = length - 1; i >= 0; i--) {
                if (bytes[i] == '\n') {
                    return from - length + i + 1;
                }
            }
            from -= length;
        }
        return 0;
    }

    private byte[] read(long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // Until all is there.
        }
        return bytes.array();
    }

    /// A line on its way, whose bytes needn't be copied to be looked at.
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(8 * 1024);
        }

        byte[] bytes() {
            return buf;
        }

        void dropLast() {
            count--;
        }
    }
}
