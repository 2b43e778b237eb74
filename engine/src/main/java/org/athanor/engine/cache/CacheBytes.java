package org.athanor.engine.cache;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// What all kept files have in common: first what the bytes are and their checksum, and named entries at the end.
final class CacheBytes {
    private static final int LAST_LATIN = 0xff;
    /// Magic, format and checksum.
    private static final int START = 3 * Integer.BYTES;

    private CacheBytes() {}

    static ByteBuffer sealed(int magic, int format, byte[] body) {
        var checksum = new CRC32();
        checksum.update(body);
        return ByteBuffer.allocate(START + body.length).putInt(magic).putInt(format).putInt((int) checksum.getValue())
                .put(body).flip();
    }

    /// A cursor at the start of the body.
    static ByteCursor opened(int magic, int format, byte[] bytes) throws IOException {
        var cursor = new ByteCursor(bytes, 0);
        cursor.refuseUnless(cursor.number() == magic);
        cursor.refuseUnless(cursor.number() == format);
        cursor.refuseUnless(cursor.number() == checksum(bytes));
        return cursor;
    }

    private static int checksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes, START, bytes.length - START);
        return (int) checksum.getValue();
    }

    /// Where the entry of each name starts.
    static Map<String, Integer> offsets(ByteCursor cursor) throws IOException {
        int count = cursor.count();
        var offsets = HashMap.<String, Integer>newHashMap(count);
        for (int i = 0; i < count; i++) {
            int length = cursor.count();
            var name = cursor.text();
            offsets.put(name, cursor.position());
            cursor.skip(length);
        }
        cursor.refuseUnless(cursor.isAtEnd());
        return offsets;
    }

    static void stamp(DataOutputStream out, FileStamp stamp) throws IOException {
        out.writeLong(stamp.size());
        out.writeLong(stamp.changed());
        out.writeInt(stamp.key());
    }

    static FileStamp stamp(ByteCursor cursor) throws IOException {
        return new FileStamp(cursor.longNumber(), cursor.longNumber(), cursor.number());
    }

    /// Most texts are Latin and take one byte for each character: nothing is to be decoded when they are read. Others are
    /// UTF-8, which a length below zero tells. Half a character, as a Python escape can make one, has no bytes: it is an
    /// exception here, and nothing is kept.
    static void text(DataOutputStream out, String text) throws IOException {
        if (isLatin(text)) {
            out.writeInt(text.length());
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            out.writeInt(-encoded.remaining());
            out.write(encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
        }
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_LATIN) {
                return false;
            }
        }
        return true;
    }
}
