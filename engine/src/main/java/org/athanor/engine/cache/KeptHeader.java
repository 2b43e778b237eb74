package org.athanor.engine.cache;

import java.util.List;

import org.athanor.engine.revision.Revision;

/// What the header of a file said when the file bore this stamp: its revision, and on what that depends under a condition.
/// The file has its name from the folder that it was looked for in.
public record KeptHeader(String name, FileStamp stamp, Revision revision, List<String> dependsOnIfPresent) {
    public KeptHeader {
        dependsOnIfPresent = List.copyOf(dependsOnIfPresent);
    }
}
