package org.athanor.engine.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.revision.RevisionFile.Format;
import org.athanor.engine.revision.RevisionId;

/// Puts headers into bytes. First what the bytes are and their checksum, then whose they are, then the tables of lines,
/// which most files of a folder share, then one entry for each header.
final class CacheWriter {
    static final int MAGIC = 0x41544852;
    /// To be raised when the order of the bytes changes.
    static final int FORMAT = 2;
    static final int SQL = 1;
    static final int PYTHON = 2;

    private final Map<Map<String, Integer>, Integer> lineTables = new LinkedHashMap<>();

    private CacheWriter() {}

    static ByteBuffer write(List<KeptHeader> headers, String program, Path folder) throws IOException {
        return CacheBytes.sealed(MAGIC, FORMAT, new CacheWriter().body(headers, program, folder));
    }

    private byte[] body(List<KeptHeader> headers, String program, Path folder) throws IOException {
        var body = new ByteArrayOutputStream(1 << 16);
        var out = new DataOutputStream(body);
        CacheBytes.text(out, program);
        CacheBytes.text(out, folder.toAbsolutePath().toString());
        for (var header : headers) {
            lineTables.putIfAbsent(header.revision().file().lines(), lineTables.size());
        }
        out.writeInt(lineTables.size());
        for (var lines : lineTables.keySet()) {
            out.writeInt(lines.size());
            for (var line : lines.entrySet()) {
                CacheBytes.text(out, line.getKey());
                out.writeInt(line.getValue());
            }
        }
        out.writeInt(headers.size());
        for (var header : headers) {
            var entry = entry(header);
            out.writeInt(entry.length);
            CacheBytes.text(out, header.name());
            out.write(entry);
        }
        return body.toByteArray();
    }

    private byte[] entry(KeptHeader header) throws IOException {
        var entry = new ByteArrayOutputStream(512);
        var out = new DataOutputStream(entry);
        var revision = header.revision();
        CacheBytes.stamp(out, header.stamp());
        out.writeInt(code(revision.file().format()));
        out.writeInt(lineTables.getOrDefault(revision.file().lines(), -1));
        CacheBytes.text(out, revision.id().value());
        texts(out, revision.downRevisions().stream().map(RevisionId::value).toList());
        texts(out, revision.dependsOn());
        texts(out, revision.branchLabels());
        CacheBytes.text(out, revision.document());
        texts(out, revision.created().stream().toList());
        texts(out, header.dependsOnIfPresent());
        return entry.toByteArray();
    }

    private static int code(Format format) {
        return switch (format) {
            case SQL -> SQL;
            case PYTHON -> PYTHON;
        };
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            CacheBytes.text(out, text);
        }
    }
}
