package org.athanor.engine.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What was kept of one folder. Each header is taken out of the bytes when somebody asks for it; any number of threads may.
public final class KeptHeaders {
    private final CacheReader reader;
    private final Map<String, Integer> offsets;

    KeptHeaders(CacheReader reader, Map<String, Integer> offsets) {
        this.reader = reader;
        this.offsets = offsets;
    }

    static KeptHeaders none() {
        return new KeptHeaders(CacheReader.empty(), Map.of());
    }

    public int size() {
        return offsets.size();
    }

    /// What was kept of the file with this name, if it was read under the same stamp.
    public Optional<KeptHeader> find(String name, FileStamp stamp, Path file) {
        var offset = offsets.get(name);
        try {
            return offset == null ? Optional.empty() : reader.header(offset, name, stamp, file);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
