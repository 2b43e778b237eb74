package org.athanor.app.ui.graph;

import java.util.List;

import org.athanor.app.profile.Environment;
import org.athanor.engine.revision.RevisionId;

/// A database on the graph: what it is called, and where it stands. A movable one can be dragged to another revision.
public record Pin(String name, Environment environment, Place place, boolean movable) {
    /// Where a database stands, as far as that is known.
    public sealed interface Place {}

    /// The rows of its version table; none where it is empty.
    public record At(List<RevisionId> rows) implements Place {
        public At {
            rows = List.copyOf(rows);
        }
    }

    /// Nobody knows, and why.
    public record Unreachable(String reason) implements Place {}

    public List<RevisionId> rows() {
        return switch (place) {
            case At(var rows) -> rows;
            case Unreachable _ -> List.of();
        };
    }
}
