package org.athanor.engine.revision;

import java.nio.file.Path;
import java.util.Map;

/// Where a revision is written, how, and on which line each of its header fields stands.
public record RevisionFile(Path path, Format format, Map<String, Integer> lines) {
    /// The language a revision is written in.
    public enum Format {
        SQL, PYTHON
    }

    public RevisionFile {
        lines = Map.copyOf(lines);
    }

    /// The line of a header field, or 0 where it isn't known.
    public int line(String field) {
        return lines.getOrDefault(field, 0);
    }
}
