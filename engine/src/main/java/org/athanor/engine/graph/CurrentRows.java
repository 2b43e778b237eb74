package org.athanor.engine.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// The rows of a version table: the folder's revisions among them, those that the folder lacks, and what is wrong with
/// the rows.
public record CurrentRows(List<Revision> known, List<RevisionId> unknown, List<Problem> problems) {
    public CurrentRows {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
        problems = List.copyOf(problems);
    }

    public static CurrentRows of(RevisionGraph graph, List<RevisionId> rows) {
        var known = rows.stream().flatMap(id -> graph.find(id).stream()).toList();
        var unknown = rows.stream().filter(id -> graph.find(id).isEmpty()).toList();
        var missing = unknown.isEmpty() ? Optional.<Problem>empty() : Optional.of(missing(unknown));
        return new CurrentRows(known, unknown,
                Stream.of(missing, overlap(graph, known)).flatMap(Optional::stream).toList());
    }

    private static Problem missing(List<RevisionId> ids) {
        var names = ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
        return Problem.of(ProblemKind.UNKNOWN_REVISION,
                "The database stands at %s, which is not in this folder".formatted(names),
                "Is this the right project and branch of it? Get the missing file; or, if you know where the database "
                        + "really stands, say so with `athanor stamp --purge REVISION`.");
    }

    /// Rows of which one is an ancestor of the other contradict each other.
    static Optional<Problem> overlap(RevisionGraph graph, List<Revision> rows) {
        if (rows.size() < 2) {
            return Optional.empty();
        }
        return rows.stream().flatMap(row -> {
            var before = graph.ancestors(row, Follow.PARENTS_AND_DEPENDENCIES);
            return rows.stream().filter(other -> !other.equals(row) && before.contains(other))
                    .map(other -> overlap(row, other));
        }).findFirst();
    }

    private static Problem overlap(Revision row, Revision before) {
        return Problem.of(ProblemKind.OVERLAPPING_REVISIONS,
                "The version table holds both %s and %s, which comes before it".formatted(row, before),
                "Was a parent changed after it was applied? Set the rows right with `athanor stamp --purge`.");
    }
}
