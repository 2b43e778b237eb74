package org.athanor.app.ui.graph;

import java.util.List;

import org.athanor.engine.graph.Lanes;
import org.athanor.engine.revision.RevisionId;

/// One line of the graph as it is shown.
public sealed interface Entry {
    /// A revision.
    record Shown(GraphRow row) implements Entry {}

    /// A linear run of revisions, put away; newest first.
    record Folded(List<Lanes.Row> rows, Applied applied) implements Entry {
        public Folded {
            rows = List.copyOf(rows);
        }
    }

    /// A revision that databases have and the folder lacks.
    record Ghost(RevisionId id, List<Pin> pins) implements Entry {
        public Ghost {
            pins = List.copyOf(pins);
        }
    }

    /// The revision by which the entry is known again after a refresh.
    default RevisionId id() {
        return switch (this) {
            case Shown(var row) -> row.revision().id();
            case Folded(var rows, _) -> rows.getFirst().revision().id();
            case Ghost(var id, _) -> id;
        };
    }
}
