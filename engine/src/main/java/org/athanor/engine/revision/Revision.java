package org.athanor.engine.revision;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one revision file says about itself; `document` is all of its text for people. Parents and dependencies are kept
/// as written: a dependency may be an id or a branch label, and what it points at is the graph's business.
public record Revision(RevisionId id, List<RevisionId> downRevisions, List<String> dependsOn, List<String> branchLabels,
        String document, Optional<String> created, RevisionFile file) {
    public Revision {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }

    public boolean isBase() {
        return downRevisions.isEmpty();
    }

    public boolean isMerge() {
        return downRevisions.size() > 1;
    }

    public Path path() {
        return file.path();
    }

    /// The same revision with further dependencies.
    public Revision dependingAlsoOn(List<String> more) {
        var all = Stream.concat(dependsOn.stream(), more.stream()).distinct().toList();
        return new Revision(id, downRevisions, all, branchLabels, document, created, file);
    }

    /// The first paragraph of the text.
    public String message() {
        int end = document.indexOf("\n\n");
        return end < 0 ? document : document.substring(0, end);
    }

    /// The message's first line.
    public String title() {
        int end = 0;
        while (end < document.length() && document.charAt(end) != '\n' && document.charAt(end) != '\r') {
            end++;
        }
        return document.substring(0, end);
    }

    /// Few revisions of a project share an id, if any: all the rest needn't be looked at.
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /// Written out, because two that are the same one are asked about most.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Revision revision && id.equals(revision.id)
                && downRevisions.equals(revision.downRevisions) && dependsOn.equals(revision.dependsOn)
                && branchLabels.equals(revision.branchLabels) && document.equals(revision.document)
                && created.equals(revision.created) && file.equals(revision.file);
    }

    @Override
    public String toString() {
        return id.value();
    }
}
