package org.athanor.engine.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// How far a book surely went: the number and the hash of a line, in a file beside it. It is written after the line, so a book
/// may have more; if it has less, its end was cut off.
record Anchor(long number, String hash) {
    static final String ENDING = ".head";
    private static final Pattern FORM = Pattern.compile("(\\d{19}) ([0-9a-f]{64})\n");

    static Path beside(Path book) {
        return book.resolveSibling(book.getFileName() + ENDING);
    }

    /// Nothing for a book that has none yet.
    static Optional<Anchor> of(Path book) throws IOException {
        try {
            var form = FORM.matcher(Files.readString(beside(book), StandardCharsets.ISO_8859_1));
            return form.matches()
                    ? Optional.of(new Anchor(Long.parseLong(form.group(1)), form.group(2)))
                    : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// In one write of always the same length, over the one before.
    void write(RandomAccessFile file) throws IOException {
        file.seek(0);
        file.write("%019d %s\n".formatted(number, hash).getBytes(StandardCharsets.US_ASCII));
    }
}
