package org.athanor.engine.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What was kept of one folder. Each header is taken out of the bytes when somebody asks for it; any number of threads may.
public final class KeptHeaders {
    private final CacheReader reader;
    private final Map<String, Integer> places;
    private final int[] offsets;

    KeptHeaders(CacheReader reader, Map<String, Integer> places, int[] offsets) {
        this.reader = reader;
        this.places = places;
        this.offsets = offsets;
    }

    static KeptHeaders none() {
        return new KeptHeaders(CacheReader.empty(), Map.of(), new int[0]);
    }

    /// How many headers there are.
    public int size() {
        return offsets.length;
    }

    /// The number of the file with this name, in the order in which the headers were kept, from 0.
    public OptionalInt place(String name) {
        var place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// What was kept of the file with this name, if it was read under the same stamp.
    public Optional<KeptHeader> find(String name, FileStamp stamp, Path file) {
        var place = places.get(name);
        try {
            return place == null ? Optional.empty() : reader.header(offsets[place], name, stamp, file);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
