package org.athanor.engine.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionFile.Format;
import org.athanor.engine.revision.RevisionId;

/// Takes headers out of the bytes that [CacheWriter] made of them; refuses all others.
final class CacheReader {
    private final byte[] bytes;
    private final List<Map<String, Integer>> lineTables;

    private CacheReader(byte[] bytes, List<Map<String, Integer>> lineTables) {
        this.bytes = bytes;
        this.lineTables = lineTables;
    }

    static CacheReader empty() {
        return new CacheReader(new byte[0], List.of());
    }

    /// The headers of this folder that the same build of the program wrote.
    static KeptHeaders read(byte[] bytes, String program, Path folder) throws IOException {
        var cursor = new ByteCursor(bytes, 0);
        cursor.refuseUnless(cursor.number() == CacheWriter.MAGIC);
        cursor.refuseUnless(cursor.number() == CacheWriter.FORMAT);
        cursor.refuseUnless(cursor.number() == checksum(bytes));
        cursor.refuseUnless(cursor.text().equals(program));
        cursor.refuseUnless(cursor.text().equals(folder.toAbsolutePath().toString()));
        var reader = new CacheReader(bytes, lineTables(cursor));
        return new KeptHeaders(reader, offsets(cursor));
    }

    private static int checksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes, CacheWriter.START, bytes.length - CacheWriter.START);
        return (int) checksum.getValue();
    }

    private static List<Map<String, Integer>> lineTables(ByteCursor cursor) throws IOException {
        return cursor.several(() -> {
            var lines = new HashMap<String, Integer>();
            for (var line : cursor.several(() -> Map.entry(cursor.text(), cursor.number()))) {
                lines.put(line.getKey(), line.getValue());
            }
            return Map.copyOf(lines);
        });
    }

    /// Where the entry of each name starts.
    private static Map<String, Integer> offsets(ByteCursor cursor) throws IOException {
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

    /// The header that starts here, if it was read under this stamp.
    Optional<KeptHeader> header(int offset, String name, FileStamp stamp, Path file) throws IOException {
        var cursor = new ByteCursor(bytes, offset);
        if (!new FileStamp(cursor.longNumber(), cursor.longNumber(), cursor.number()).equals(stamp)) {
            return Optional.empty();
        }
        var format = format(cursor);
        int lines = cursor.number();
        cursor.refuseUnless(lines >= 0 && lines < lineTables.size());
        var revision = revision(cursor, new RevisionFile(file, format, lineTables.get(lines)));
        return Optional.of(new KeptHeader(name, stamp, revision, cursor.several(cursor::text)));
    }

    private static Format format(ByteCursor cursor) throws IOException {
        int code = cursor.number();
        cursor.refuseUnless(code == CacheWriter.SQL || code == CacheWriter.PYTHON);
        return code == CacheWriter.SQL ? Format.SQL : Format.PYTHON;
    }

    private static Revision revision(ByteCursor cursor, RevisionFile file) throws IOException {
        var id = id(cursor);
        var down = cursor.several(() -> id(cursor));
        var dependsOn = cursor.several(cursor::text);
        var labels = cursor.several(cursor::text);
        var document = cursor.text();
        var created = cursor.several(cursor::text);
        return new Revision(id, down, dependsOn, labels, document,
                created.isEmpty() ? Optional.empty() : Optional.of(created.getFirst()), file);
    }

    private static RevisionId id(ByteCursor cursor) throws IOException {
        var value = cursor.text();
        cursor.refuseUnless(!value.isEmpty());
        return new RevisionId(value);
    }
}
