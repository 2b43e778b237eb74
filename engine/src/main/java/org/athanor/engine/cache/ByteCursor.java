package org.athanor.engine.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads numbers and texts from bytes, one after the other, and refuses to read beyond their end.
final class ByteCursor {
    private final byte[] bytes;
    private int position;

    ByteCursor(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /// Reads one thing.
    @FunctionalInterface
    interface Reading<T> {
        T next() throws IOException;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position == bytes.length;
    }

    int number() throws IOException {
        refuseUnless(bytes.length - position >= Integer.BYTES);
        int number = bytes[position] << 24 | (bytes[position + 1] & 0xff) << 16 | (bytes[position + 2] & 0xff) << 8
                | bytes[position + 3] & 0xff;
        position += Integer.BYTES;
        return number;
    }

    long longNumber() throws IOException {
        long high = number();
        return high << Integer.SIZE | number() & 0xffffffffL;
    }

    /// How many bytes follow, or things that each take one at least.
    int count() throws IOException {
        int count = number();
        refuseUnless(count >= 0 && count <= bytes.length - position);
        return count;
    }

    String text() throws IOException {
        int number = number();
        int length = Math.abs(number);
        refuseUnless(length >= 0 && length <= bytes.length - position);
        var charset = number < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        var text = new String(bytes, position, length, charset);
        position += length;
        return text;
    }

    <T> List<T> several(Reading<T> reading) throws IOException {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(reading.next());
        }
        var several = new ArrayList<T>(count);
        for (int i = 0; i < count; i++) {
            several.add(reading.next());
        }
        return several;
    }

    void skip(int count) throws IOException {
        refuseUnless(count <= bytes.length - position);
        position += count;
    }

    void refuseUnless(boolean expected) throws IOException {
        if (!expected) {
            throw new IOException("These are no headers of this folder");
        }
    }
}
