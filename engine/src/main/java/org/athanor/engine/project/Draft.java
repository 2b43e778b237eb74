package org.athanor.engine.project;

import java.nio.file.Path;

import org.athanor.engine.revision.RevisionId;

/// The file of a new revision before it is written: to be looked at, changed perhaps, and saved.
public final class Draft {
    private final Path file;
    private final String text;
    private final NewHeader header;

    Draft(Path file, String text, NewHeader header) {
        this.file = file;
        this.text = text;
        this.header = header;
    }

    public Path file() {
        return file;
    }

    public String text() {
        return text;
    }

    public RevisionId id() {
        return new RevisionId(header.id());
    }

    /// The same revision with another text. Its header must go on saying what was asked for.
    public Draft withText(String other) {
        return new Draft(file, other, header);
    }

    NewHeader header() {
        return header;
    }
}
