package org.athanor.engine.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Writes lines at the end of a book. As long as it is open it holds a lock on a file beside the book,
/// so that the lines of several processes hang together; the lock dies with its process.
final class Appender implements AutoCloseable {
    private static final int ATTEMPTS = 1_000;
    private static final int PAUSE_MILLIS = 10;

    private final Path path;
    private final RandomAccessFile file;
    private final FileChannel lockFile;
    private final RandomAccessFile anchorFile;
    private final EntryForm form = new EntryForm();
    private final Chain chain = new Chain();
    private final Bytes lines = new Bytes();
    private long number;
    private String last = Chain.START;
    private boolean torn;

    private Appender(Path path, RandomAccessFile file, FileChannel lockFile, RandomAccessFile anchorFile)
            throws IOException {
        this.path = path;
        this.file = file;
        this.lockFile = lockFile;
        this.anchorFile = anchorFile;
        readEnd(file.length());
        Anchor.of(path).ifPresent(this::keepTo);
    }

    /// Lines that are gone leave a gap for good, and are not written over in silence. Only the last one may have been cut off
    /// when the machine went down.
    private void keepTo(Anchor anchor) {
        if (anchor.number() > number + (torn ? 1 : 0)) {
            number = anchor.number();
            last = anchor.hash();
        }
    }

    static Appender to(Path book) throws IOException {
        var lock = OwnFiles.open(book.resolveSibling(book.getFileName() + ".lock"));
        try {
            lock(lock);
            return new Appender(book, OwnFiles.openForWriting(book), lock,
                    OwnFiles.openForWriting(Anchor.beside(book)));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /// Makes a line of an entry; it waits to be written.
    void add(Instant at, String run, Entry entry) {
        if (torn) {
            lines.write('\n');
            torn = false;
        }
        int start = lines.size();
        form.write(new Line(++number, at.truncatedTo(ChronoUnit.MILLIS), run, entry), last, lines);
        lines.dropLast();
        last = chain.hash(lines.bytes(), start, lines.size());
        lines.writeBytes(Chain.tail(last));
    }

    Path path() {
        return path;
    }

    /// Sees to it that what was written outlives the machine, too.
    void force() throws IOException {
        file.getFD().sync();
        if (number > 0) {
            new Anchor(number, last).write(anchorFile);
        }
    }

    @Override
    public void close() throws IOException {
        try (lockFile; anchorFile) {
            file.close();
        }
    }

    /// Writes the lines that wait, all at once.
    void write() throws IOException {
        file.write(lines.bytes(), 0, lines.size());
        lines.reset();
    }

    /// Another process may hold the lock, or another thread of this one, which the system tells apart.
    private static void lock(FileChannel file) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                if (file.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException _) {
                // As good as no lock.
            }
            rest();
        }
        throw new IOException("another run keeps it locked");
    }

    private static void rest() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for it", e);
        }
    }

    /// Somebody else wrote, or nobody has looked yet: the last line says how to go on. A line that was cut off on its way is
    /// left as it is, and the chain goes on behind it.
    private void readEnd(long size) throws IOException {
        var tail = new Tail(file.getChannel(), size);
        file.seek(size);
        torn = tail.isTorn();
        var link = Optional.<Chain.Link>empty();
        for (var bytes = tail.lineBefore(); bytes.isPresent() && link.isEmpty(); bytes = tail.lineBefore()) {
            link = chain.link(bytes.get(), 0, bytes.get().length);
        }
        number = link.map(Chain.Link::number).orElse(0L);
        last = link.map(Chain.Link::hash).orElse(Chain.START);
    }

    /// Lines on their way, whose bytes needn't be copied to be looked at.
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
