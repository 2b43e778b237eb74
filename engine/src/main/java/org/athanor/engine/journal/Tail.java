package org.athanor.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Reads a book's lines from the last one back, without reading the rest.
final class Tail implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final FileChannel file;
    private final boolean torn;
    private long to;

    Tail(FileChannel file, long size) throws IOException {
        this.file = file;
        this.torn = size > 0 && read(size - 1, 1)[0] != '\n';
        this.to = torn ? lineStart(size) : size;
    }

    static Tail of(Path book) throws IOException {
        var file = FileChannel.open(book, StandardOpenOption.READ);
        return new Tail(file, file.size());
    }

    /// Whether the last line was cut off while it was written; it isn't given.
    boolean isTorn() {
        return torn;
    }

    /// The last whole line; nothing if there is none or one was cut off behind it.
    Optional<byte[]> lastLine() throws IOException {
        return torn ? Optional.empty() : lineBefore();
    }

    /// The line before the one that was given last, without its end.
    Optional<byte[]> lineBefore() throws IOException {
        if (to <= 0) {
            return Optional.empty();
        }
        long from = lineStart(to - 1);
        var bytes = read(from, (int) (to - 1 - from));
        to = from;
        return Optional.of(bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Where the line begins that ends before this place.
    private long lineStart(long end) throws IOException {
        long from = end;
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
}
