package org.athanor.app.ui.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.app.profile.Profile;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.Status;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.revision.Revision;

/// Marks the rows of a graph with what is known of the database.
final class GraphRows {
    private final WorkspaceState.Ready ready;
    private final Pin pin;
    private final Optional<Set<Revision>> applied;
    private final Set<Revision> current;

    private GraphRows(WorkspaceState.Ready ready, Profile profile) {
        this.ready = ready;
        this.pin = new Pin(profile.name(), profile.environment());
        var status = ready.standing().known();
        this.applied = status.map(Status::applied).map(Set::copyOf);
        this.current = status.map(Status::current).map(Set::copyOf).orElse(Set.of());
    }

    static List<GraphRow> of(WorkspaceState.Ready ready, Profile profile) {
        var rows = new GraphRows(ready, profile);
        return ready.lanes().rows().stream().map(rows::row).collect(Collectors.toUnmodifiableList());
    }

    private GraphRow row(Lanes.Row row) {
        var revision = row.revision();
        return new GraphRow(row, applied(revision), ready.project().graph().isHead(revision),
                revision.branchLabels(), current.contains(revision) ? Optional.of(pin) : Optional.empty());
    }

    private Applied applied(Revision revision) {
        return applied.map(all -> all.contains(revision) ? Applied.APPLIED : Applied.PENDING).orElse(Applied.UNKNOWN);
    }
}
