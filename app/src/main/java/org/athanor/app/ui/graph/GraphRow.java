package org.athanor.app.ui.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.graph.Lanes;
import org.athanor.engine.revision.Revision;

/// One revision on the graph with everything that is marked on it: `pin` is the chosen database where it stands here,
/// `pins` are all that do.
public record GraphRow(Lanes.Row row, Applied applied, boolean head, List<String> labels, Optional<Pin> pin,
        List<Pin> pins, Set<Badge> badges) {
    public GraphRow {
        labels = List.copyOf(labels);
        pins = List.copyOf(pins);
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
