package org.athanor.engine.graph;

import org.athanor.engine.revision.RevisionId;

/// An edge of the graph, from the older revision to the newer one that builds on it.
public record Link(RevisionId older, RevisionId newer, Kind kind) {
    /// Why the newer revision comes after the older one.
    public enum Kind {
        PARENT, DEPENDENCY
    }
}
