package org.athanor.engine.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

import org.athanor.engine.sql.Statement;

/// Scripts as bytes: whose they are, then an entry for each name.
final class ScriptBytes {
    private static final int MAGIC = 0x41545343;
    /// To be raised when the order of the bytes changes.
    private static final int FORMAT = 1;

    private ScriptBytes() {}

    static ByteBuffer write(Map<String, KeptScript> scripts, String program, String owner) throws IOException {
        var body = new ByteArrayOutputStream(1 << 16);
        var out = new DataOutputStream(body);
        CacheBytes.text(out, program);
        CacheBytes.text(out, owner);
        out.writeInt(scripts.size());
        for (var script : scripts.entrySet()) {
            var entry = entry(script.getValue());
            out.writeInt(entry.length);
            CacheBytes.text(out, script.getKey());
            out.write(entry);
        }
        return CacheBytes.sealed(MAGIC, FORMAT, body.toByteArray());
    }

    private static byte[] entry(KeptScript script) throws IOException {
        var entry = new ByteArrayOutputStream(512);
        var out = new DataOutputStream(entry);
        CacheBytes.stamp(out, script.stamp());
        out.writeInt(script.statements().size());
        for (var statement : script.statements()) {
            out.writeInt(statement.transactional() ? statement.line() : -1 - statement.line());
            CacheBytes.text(out, statement.text());
        }
        return entry.toByteArray();
    }

    /// The scripts that the same build of the program wrote for this owner.
    static KeptScripts read(byte[] bytes, String program, String owner) throws IOException {
        var cursor = CacheBytes.opened(MAGIC, FORMAT, bytes);
        cursor.refuseUnless(cursor.text().equals(program) && cursor.text().equals(owner));
        return new KeptScripts(bytes, CacheBytes.offsets(cursor));
    }

    /// The script whose entry starts here.
    static KeptScript script(byte[] bytes, int offset) throws IOException {
        var cursor = new ByteCursor(bytes, offset);
        return new KeptScript(CacheBytes.stamp(cursor), cursor.several(() -> statement(cursor)));
    }

    private static Statement statement(ByteCursor cursor) throws IOException {
        int line = cursor.number();
        var text = cursor.text();
        cursor.refuseUnless(!text.isBlank());
        return line < 0 ? new Statement(text, -1 - line, false) : new Statement(text, line, true);
    }
}
