package org.athanor.app.ui.graph;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.graph.Lanes;
import org.athanor.engine.revision.Revision;

/// One row of the graph with everything that is marked on it.
public record GraphRow(Lanes.Row row, Applied applied, boolean head, List<String> labels, Optional<Pin> pin) {
    public GraphRow {
        labels = List.copyOf(labels);
    }

    public Revision revision() {
        return row.revision();
    }

    public boolean isBase() {
        return revision().isBase();
    }

    /// The day it was written, without the time.
    public String day() {
        var created = revision().created().orElse("");
        return created.substring(0, Math.min(created.length(), "2026-01-01".length()));
    }
}
