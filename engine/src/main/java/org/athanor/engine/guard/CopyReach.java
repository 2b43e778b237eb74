package org.athanor.engine.guard;

import java.util.Optional;

import org.athanor.engine.sql.StatementScanner;

/// How a `COPY` leaves the database: what it writes is outside of it, and a program may do anything.
final class CopyReach {
    private CopyReach() {}

    static Optional<String> of(StatementScanner scanner, String copy) {
        var words = scanner.words(copy);
        boolean writes = words.contains("TO") && !words.contains("STDOUT");
        return words.contains("PROGRAM") || writes
                ? Optional.of("COPY %s".formatted(words.contains("PROGRAM") ? "… PROGRAM" : "… TO a file"))
                : Optional.empty();
    }
}
