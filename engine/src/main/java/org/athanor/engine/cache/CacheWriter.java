package org.athanor.engine.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

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
    private static final int LAST_LATIN = 0xff;
    /// Magic, format and checksum.
    static final int START = 3 * Integer.BYTES;

    private final Map<Map<String, Integer>, Integer> lineTables = new LinkedHashMap<>();

    private CacheWriter() {}

    static ByteBuffer write(List<KeptHeader> headers, String program, Path folder) throws IOException {
        var body = new CacheWriter().body(headers, program, folder);
        var checksum = new CRC32();
        checksum.update(body);
        return ByteBuffer.allocate(START + body.length).putInt(MAGIC).putInt(FORMAT).putInt((int) checksum.getValue())
                .put(body).flip();
    }

    private byte[] body(List<KeptHeader> headers, String program, Path folder) throws IOException {
        var body = new ByteArrayOutputStream(1 << 16);
        var out = new DataOutputStream(body);
        text(out, program);
        text(out, folder.toAbsolutePath().toString());
        for (var header : headers) {
            lineTables.putIfAbsent(header.revision().file().lines(), lineTables.size());
        }
        out.writeInt(lineTables.size());
        for (var lines : lineTables.keySet()) {
            out.writeInt(lines.size());
            for (var line : lines.entrySet()) {
                text(out, line.getKey());
                out.writeInt(line.getValue());
            }
        }
        out.writeInt(headers.size());
        for (var header : headers) {
            var entry = entry(header);
            out.writeInt(entry.length);
            text(out, header.name());
            out.write(entry);
        }
        return body.toByteArray();
    }

    private byte[] entry(KeptHeader header) throws IOException {
        var entry = new ByteArrayOutputStream(512);
        var out = new DataOutputStream(entry);
        var revision = header.revision();
        out.writeLong(header.stamp().size());
        out.writeLong(header.stamp().changed());
        out.writeInt(header.stamp().key());
        out.writeInt(code(revision.file().format()));
        out.writeInt(lineTables.getOrDefault(revision.file().lines(), -1));
        text(out, revision.id().value());
        texts(out, revision.downRevisions().stream().map(RevisionId::value).toList());
        texts(out, revision.dependsOn());
        texts(out, revision.branchLabels());
        text(out, revision.document());
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
            text(out, text);
        }
    }

    /// Most texts are Latin and take one byte for each character: nothing is to be decoded when they are read. Others are
    /// UTF-8, which a length below zero tells. Half a character, as a Python escape can make one, has no bytes: it is an
    /// exception here, and nothing is kept.
    private static void text(DataOutputStream out, String text) throws IOException {
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
