package org.athanor.engine.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        var cursor = CacheBytes.opened(CacheWriter.MAGIC, CacheWriter.FORMAT, bytes);
        cursor.refuseUnless(cursor.text().equals(program));
        cursor.refuseUnless(cursor.text().equals(folder.toAbsolutePath().toString()));
        return new CacheReader(bytes, lineTables(cursor)).entries(cursor);
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

    /// The names, and where the entry of each starts.
    private KeptHeaders entries(ByteCursor cursor) throws IOException {
        int[] offsets = new int[cursor.count()];
        var places = HashMap.<String, Integer>newHashMap(offsets.length);
        for (int i = 0; i < offsets.length; i++) {
            int length = cursor.count();
            places.put(cursor.text(), i);
            offsets[i] = cursor.position();
            cursor.skip(length);
        }
        cursor.refuseUnless(cursor.isAtEnd());
        return new KeptHeaders(this, places, offsets);
    }

    /// The header that starts here, if it was read under this stamp.
    Optional<KeptHeader> header(int offset, String name, FileStamp stamp, Path file) throws IOException {
        var cursor = new ByteCursor(bytes, offset);
        if (!CacheBytes.stamp(cursor).equals(stamp)) {
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
