package org.athanor.engine;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Where a database stands. `rows` is nothing where there is no version table; `unknown` are rows that the folder has
/// no revision for; `applied` and `pending` are the folder's revisions, each in the order in which they run.
public record Status(String database, Optional<List<RevisionId>> rows, List<Revision> current, List<RevisionId> unknown,
        List<Revision> applied, List<Revision> pending, List<Problem> problems) {
    public Status {
        current = List.copyOf(current);
        unknown = List.copyOf(unknown);
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        problems = List.copyOf(problems);
    }

    public boolean isAtHead() {
        return unknown.isEmpty() && pending.isEmpty() && problems.isEmpty();
    }
}
