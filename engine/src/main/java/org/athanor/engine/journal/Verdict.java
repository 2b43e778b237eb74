package org.athanor.engine.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What came of following a book's chain: how many lines hold, where it breaks first, and which lines were cut off while
/// they were written, which no later line builds on.
public record Verdict(Path file, long lines, Optional<Break> broken, List<Integer> torn) {
    public Verdict {
        torn = List.copyOf(torn);
    }

    /// The first line that isn't what was written, counted from 1.
    public record Break(int line, String reason) {}

    public boolean holds() {
        return broken.isEmpty();
    }
}
