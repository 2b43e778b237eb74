package org.athanor.engine.journal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.sql.Secrets;
import org.athanor.engine.sql.SqlSyntax;

/// The texts of revisions as they lie on the disk.
final class Sources {
    private Sources() {}

    /// What is kept of a revision's file; nothing where it can't be read any more.
    static Optional<Entry.Source> read(Revision revision, SqlSyntax syntax) {
        try {
            var stamp = stamp(revision.path());
            var text = Secrets.blank(text(revision.path()));
            return Optional.of(new Entry.Source(Fingerprint.of(text, revision.file().format(), syntax),
                    Optional.of(text).filter(t -> t.length() <= EntryForm.LONGEST_TEXT), stamp));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Whether the file still stands on its disk as it did then.
    static boolean isUntouched(Revision revision, String stamp) {
        try {
            return stamp(revision.path()).equals(stamp);
        } catch (IOException _) {
            return false;
        }
    }

    private static String stamp(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime().toInstant();
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }
}
